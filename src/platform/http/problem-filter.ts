import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { AppError } from '../errors/app-error.js';
import { ProblemCatalog, type Problem } from '../errors/problem-catalog.js';
import { ErrorPage } from '../pages/error-page.js';
import { html } from '../pages/html.js';
import { isPageRequest } from '../pages/page-request.js';
import type { SignedRequest } from '../security/access.js';
import { asAppError } from './as-app-error.js';
import { httpProblems } from './problems.js';

/** Answers every error as problem+json (RFC 9457), to a browser as a page; what nobody foresaw is logged and answered with 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly catalog: ProblemCatalog) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<SignedRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asAppError(thrown, this.catalog);
    const code = error && this.catalog.problem(error.code) ? error.code : 'unexpected';
    const problem = this.catalog.problem(code) ?? httpProblems.unexpected;
    if (problem.status >= 500) this.logger.error(thrown instanceof Error ? thrown.stack : thrown);
    if (reply.sent) return;

    const body = problemBody(code, problem, error);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (isPageRequest(request.url, request.headers.accept)) {
      return html(reply.header('vary', 'accept'), page(body, request), problem.status);
    }
    await reply
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(body));
  }
}

function page({ status, title, detail, errors = [] }: ProblemBody, request: SignedRequest): VNode {
  const returnTo = request.method === 'GET' ? request.url : null;
  const actor = request.actor ?? (status === 401 ? null : undefined);
  return ErrorPage({ status, title, detail, faults: errors, actor, returnTo });
}

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
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
