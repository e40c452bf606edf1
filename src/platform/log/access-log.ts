import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Metrics } from '../metrics/metrics.js';
import type { SignedRequest } from '../security/access.js';
import { underReference } from './reference.js';

/** Asked again and again by machines, or for the parts of a page. */
const QUIET = /^\/(?:health\/|aset\/)/;
/** What an access line tells of a request whose client left before the answer (as nginx does). */
const CLIENT_CLOSED = 499;
/** Names of parameters that are no secrets; of any other the name is told. */
const OPEN_PARAMETERS = /^(?:id|code|[a-z]\w*Id)$/;

/** Lets every line about a request carry its reference, tells of each request in one line, and counts it. */
export function logAccess(app: NestFastifyApplication): void {
  const logger = new Logger('access');
  const metrics = app.get(Metrics);
  const tell = (request: FastifyRequest, status: number, ms: number): void => {
    const path = openPath(request);
    const person = (request as SignedRequest).actor?.personId;
    metrics.answered({ method: request.method, route: routeOf(request), status, ms });
    const facts = { ref: request.id, method: request.method, path, status, ms, person };
    const words = `${request.method} ${path} ${status} in ${ms} ms`;
    if (QUIET.test(path)) logger.debug(words, facts);
    else logger.log(words, facts);
  };
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const started = performance.now();
      const { raw } = reply;
      // It closes once, whether the answer was sent or whoever asked left before.
      raw.once('close', () => {
        const status = raw.writableFinished ? raw.statusCode : CLIENT_CLOSED;
        tell(request, status, Math.round(performance.now() - started));
      });
      void reply.header('request-id', request.id);
      underReference(request.id, done);
    })
    // Once more after the body was read, whose events come from outside of this context.
    .addHook('preHandler', (request, _reply, done) => {
      underReference(request.id, done);
    });
}

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? '(no route)';

/** The path without what stands after the question mark, and without secrets: the route's, with its ids filled in. */
function openPath(request: FastifyRequest): string {
  const values = (request.params ?? {}) as Record<string, string>;
  return routeOf(request).replace(/:(\w+)/g, (whole, name: string) =>
    OPEN_PARAMETERS.test(name) && values[name] !== undefined ? encodeURIComponent(values[name]) : whole,
  );
}
