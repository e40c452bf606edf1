import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestError } from './request-error.js';

/** What somebody could try out: passwords, and the secrets of links and feeds. */
const guessable: readonly { method: string; path: RegExp }[] = [
  { method: 'POST', path: /^\/(?:api\/session|masuk)$/ },
  { method: 'POST', path: /^\/(?:api\/password-links(?:\/[^/]*)?|lupa-sandi)$/ },
  { method: 'GET', path: /^\/sandi\/[^/]*$/ },
  { method: 'POST', path: /^\/sandi\/[^/]*$/ },
  { method: 'POST', path: /^\/jawab\/[^/]*(?:\/pengganti)?$/ },
  { method: 'POST', path: /^\/(?:masukan|api\/feedback)\/[^/]*$/ },
  { method: 'DELETE', path: /^\/api\/feedback\/[^/]*$/ },
];

/** Whether requests of this kind are counted. */
export function isGuessable(method: string, url: string): boolean {
  const path = url.replace(/[?#].*$/, '');
  return guessable.some((kind) => kind.method === method && kind.path.test(path));
}

/**
 * Counts requests by which a secret could be guessed, by address and in this process, and answers 429 with
 * Retry-After (RFC 6585 section 4) when there are too many.
 *
 * @param perMinute most requests of an address in a minute; 0 for no limit
 */
export async function limitGuessing(app: NestFastifyApplication, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: '1 minute',
    allowList: (request) => !isGuessable(request.method, request.url),
    errorResponseBuilder: () => new RequestError('too-many-requests'),
  });
}
