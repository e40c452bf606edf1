import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { networkOf } from './network.js';
import { RequestError } from './request-error.js';
import { RequestCounter } from './request-counter.js';

/** What requests are counted by: the network they come from, or the secret of the link together with it. */
type CountedBy = 'network' | 'link';

/** What somebody could try out or repeat; each kind has a count of its own, so that one never uses up another's. */
interface LimitedKind {
  kind: 'sign-in' | 'forgotten' | 'password' | 'answer' | 'host-answer' | 'feedback';
  methods: readonly string[];
  path: RegExp;
  /** Of the failures alone, so that whoever knows the secret is never in the way of the neighbours. */
  failures: CountedBy;
  /** Of all requests, also those that succeed. */
  all: CountedBy | null;
}

const limitedKinds: readonly LimitedKind[] = [
  {
    kind: 'sign-in',
    methods: ['POST'],
    path: /^\/(?:api\/session|masuk)$/,
    failures: 'network',
    all: null,
  },
  {
    kind: 'forgotten',
    methods: ['POST'],
    path: /^\/(?:api\/password-links|lupa-sandi|akun\/sandi)$/,
    failures: 'network',
    all: 'network',
  },
  {
    kind: 'password',
    methods: ['GET', 'POST'],
    path: /^\/(?:api\/password-links|sandi)\/([^/]*)$/,
    failures: 'network',
    all: 'link',
  },
  {
    kind: 'answer',
    methods: ['POST'],
    path: /^\/jawab\/(?:alamat\/([^/]*)|([^/]*)(?:\/(?:pengganti|kalender|data|tautan))?)$/,
    failures: 'network',
    all: 'link',
  },
  {
    kind: 'host-answer',
    methods: ['POST'],
    path: /^\/balas\/([^/]*)$/,
    failures: 'network',
    all: 'link',
  },
  {
    kind: 'feedback',
    methods: ['POST', 'DELETE'],
    path: /^\/(?:(?:masukan|belajar|kutipan|api\/feedback)\/([^/]*)|jawab\/([^/]*)\/masukan)$/,
    failures: 'network',
    all: 'link',
  },
];

interface Limited {
  kind: LimitedKind['kind'];
  failures: string;
  all: string | null;
}

/** The path of an address as the router reads it, so that no other spelling of it (`/%6dasuk`) has a count of its own. */
function routedPath(url: string): string {
  const path = url.replace(/[?#].*$/, '');
  try {
    return decodeURI(path);
  } catch {
    return path; // the router refuses it
  }
}

/** The counts that a request is under; null for one that nobody limits. */
export function limitsOf(method: string, url: string, address: string): Limited | null {
  const path = routedPath(url);
  for (const { kind, methods, path: pattern, failures, all } of limitedKinds) {
    const match = methods.includes(method) ? pattern.exec(path) : null;
    if (!match) continue;
    const network = networkOf(address);
    const keys = { network: `${kind} ${network}`, link: `${kind} ${network} ${match[1] ?? match[2] ?? ''}` };
    return { kind, failures: `${keys[failures]} failed`, all: all && keys[all] };
  }
  return null;
}

/** Whether an answer may have told something; a fault of ours told nothing, and is nobody's try. */
const isFailedTry = (status: number): boolean => status >= 400 && status < 500;
const refusalOf = new WeakSet<FastifyRequest>();

/**
 * Counts the requests by which a secret could be guessed or somebody be bothered, in this process, and answers 429
 * with Retry-After (RFC 6585 section 4) when there are too many. A request counts as failed until it succeeds, so
 * that tries at the same time cannot slip through.
 *
 * @param perMinute most failures, and most requests of a kind that limits all, in a minute; 0 for no limit
 */
export function limitGuessing(app: NestFastifyApplication, perMinute: number): void {
  if (perMinute === 0) return;
  const clock = app.get(Clock);
  const counter = new RequestCounter(perMinute);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const limits = limitsOf(request.method, request.url, request.ip);
    if (!limits) return;
    const now = clock.now().getTime();
    const keys = [limits.failures, limits.all].filter((key) => key !== null);
    const wait = counter.take(keys, now);
    if (wait === 0) return;
    refusalOf.add(request);
    const retryAfter = Math.ceil(wait / 1000);
    void reply.header('retry-after', retryAfter);
    throw new RequestError('too-many-requests', { retryAfter });
  });
  fastify.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    if (refusalOf.has(request) || isFailedTry(reply.statusCode)) return;
    const limits = limitsOf(request.method, request.url, request.ip);
    if (limits) counter.giveBack(limits.failures);
  });
}
