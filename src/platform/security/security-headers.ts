import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

/** Of no text at all: the calendar of pages makes an empty style element and fills it by CSSOM, which needs no leave. */
const EMPTY_TEXT = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Pages load from this server only, and nothing in them runs or is styled by what stands in the page itself. */
const contentSecurityPolicy = {
  'default-src': ["'self'"],
  'style-src': ["'self'", EMPTY_TEXT],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
};

/** Gives every answer the headers that browsers guard its reader by. */
export function guardReaders(app: NestFastifyApplication, overTls: boolean): void {
  const headers = headersOf(overTls);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      void reply.headers(headers);
      done();
    });
}

/** They are the same for every answer: the library says them once. */
function headersOf(overTls: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...contentSecurityPolicy, ...(overTls ? { 'upgrade-insecure-requests': [] } : {}) },
    },
    strictTransportSecurity: overTls,
    referrerPolicy: { policy: 'same-origin' },
  });
  const answer = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: () => undefined,
  };
  set({} as IncomingMessage, answer as unknown as ServerResponse, (fault) => {
    if (fault) throw fault as Error;
  });
  return headers;
}
