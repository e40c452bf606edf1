import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { secondsToWait, type AppError } from '../errors/app-error.js';
import { IncidentLog } from '../errors/incident-log.js';
import { ProblemCatalog, type Problem } from '../errors/problem-catalog.js';
import { ErrorPage, INCIDENT } from '../pages/error-page.js';
import { html } from '../pages/html.js';
import { KEPT_FORM, readKeptForm } from '../pages/kept-form.js';
import { localPath } from '../pages/local-path.js';
import { isPageRequest } from '../pages/page-request.js';
import { RefusedFormPage } from '../pages/refused-form-page.js';
import { bodyFields, sentFields, shownFields, type SentField } from '../pages/sent-fields.js';
import { SignInAgainPage } from '../pages/sign-in-again-page.js';
import type { SignedRequest } from '../security/access.js';
import { asAppError } from './as-app-error.js';
import { httpProblems } from './problems.js';

/** What a refusal for too many requests asks to wait that does not know better. */
const SECONDS_TO_WAIT = 60;

/** Answers every error as problem+json (RFC 9457), to a browser as a page; a failure of ours is logged under an id that the answer names. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalog: ProblemCatalog,
    private readonly incidents: IncidentLog,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<SignedRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (isHangUp(thrown, reply)) return void reply.hijack();
    const error = asAppError(thrown, this.catalog);
    const code = error && this.catalog.problem(error.code) ? error.code : 'unexpected';
    const problem = this.catalog.problem(code) ?? httpProblems.unexpected;
    const incident = problem.status >= 500 && code !== 'not-ready' ? this.report(thrown, request) : null;
    if (reply.sent || reply.raw.destroyed) return void reply.hijack();

    const body = {
      ...problemBody(code, problem, error),
      ...(incident && { instance: `${INCIDENT}${incident}` }),
    };
    const known = (error && secondsToWait(error)) ?? problem.retryAfter;
    const retryAfter = known ?? (problem.status === 429 ? SECONDS_TO_WAIT : undefined);
    if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (isPageRequest(request.url, request.headers.accept)) {
      const shown = await page(body, error, request);
      return html(reply.header('vary', 'accept'), shown, problem.status);
    }
    await reply
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(body));
  }

  /** Names the route and not its address, which may hold a secret. */
  private report(thrown: unknown, request: SignedRequest): string {
    const route = `${request.method} ${request.routeOptions.url ?? 'no route'}`;
    return this.incidents.report(thrown, route, request.id);
  }
}

/** Whether whoever asked left while the answer was on its way: nothing failed, and nobody reads an answer. */
const isHangUp = (thrown: unknown, reply: FastifyReply): boolean =>
  reply.raw.destroyed && (thrown as { code?: unknown } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';

async function page(
  { code, status, title, detail, instance, errors = [] }: ProblemBody,
  error: AppError | null,
  request: SignedRequest,
): Promise<VNode> {
  if (code === 'form-of-another' && request.actor) {
    const author = typeof error?.facts['author'] === 'string' ? error.facts['author'] : null;
    const fields = shownFields((await sentFields(request)).texts);
    const stoodOn = refererPath(request);
    return RefusedFormPage({ title, detail, actor: request.actor, author, fields, stoodOn });
  }
  const returnTo = request.method === 'GET' ? request.url : null;
  if (code === 'sign-in-required') {
    const kept = returnTo === null ? { action: request.url, ...(await sentFields(request)) } : null;
    return SignInAgainPage({ onward: returnTo, kept });
  }
  const typed = returnTo === null ? shownFields(typedIn(request.body)) : [];
  const home = personalPage(request);
  const actor = home === null ? request.actor : undefined;
  return ErrorPage({ home, status, title, detail, faults: errors, actor, returnTo, instance, typed });
}

/** The page under whose secret a request came; null where its address holds none. Whoever has one may have no account. */
function personalPage({ url, routeOptions }: SignedRequest): string | null {
  const parts = routeOptions.url?.split('/') ?? [];
  const secret = parts.indexOf(':token');
  return secret < 0 || parts[1] === 'api'
    ? null
    : (url.split(/[?#]/)[0] ?? '').split('/', secret + 1).join('/');
}

/** What was typed; of a form that went along through signing in, what stands in that one. */
function typedIn(body: unknown): readonly SentField[] {
  const fields = bodyFields(body);
  const kept = readKeptForm(fields.find(({ name }) => name === KEPT_FORM)?.value);
  return kept ? kept.texts : fields;
}

/** The page that a form stood on, as a path of ours; null when the browser does not tell. */
function refererPath({ headers, host }: SignedRequest): string | null {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.host === host ? localPath(`${from.pathname}${from.search}`) : null;
}

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** `urn:sambang:incident:…` as it stands in the log (RFC 9457 section 3.1.5). */
  instance?: string;
  errors?: readonly { field: string; message: string }[];
}

function problemBody(code: string, problem: Problem, error: AppError | null): ProblemBody {
  const facts = error?.facts ?? {};
  const exposed = (problem.expose ?? []).flatMap((name) => (name in facts ? [[name, facts[name]]] : []));
  return {
    type: `urn:sambang:problem:${code}`,
    title: problem.title,
    status: problem.status,
    detail: typeof problem.detail === 'string' ? problem.detail : problem.detail(facts),
    code,
    ...(error && error.faults.length > 0 ? { errors: error.faults } : {}),
    ...Object.fromEntries(exposed),
  };
}
