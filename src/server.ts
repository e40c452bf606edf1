import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { serveApiDocument } from './platform/http/api-document.js';
import { allowCompression } from './platform/http/compression.js';
import { divideByRoute } from './platform/http/divide-by-route.js';
import { limitGuessing } from './platform/http/rate-limit.js';
import { LONGEST_PART, readableUrl } from './platform/http/readable-url.js';
import { logAccess } from './platform/log/access-log.js';
import { ApplicationLog } from './platform/log/application-log.js';
import { newReference } from './platform/log/reference.js';
import type { PlatformParts } from './platform/platform.module.js';

/** Pages load from this server only, and nothing in them runs or is styled by what stands in the page itself. */
/** Of no text at all: the calendar of pages makes an empty style element and fills it by CSSOM, which needs no leave. */
const EMPTY_TEXT = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const contentSecurityPolicy = {
  'default-src': ["'self'"],
  'style-src': ["'self'", EMPTY_TEXT],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
};

const MEBIBYTE = 1024 * 1024;

/** Builds the HTTP application on a migrated database; it does not listen yet. */
export async function createServer(parts: PlatformParts): Promise<NestFastifyApplication> {
  const { environment } = parts;
  const proxies = environment.TRUST_PROXY;
  const adapter = new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    trustProxy: typeof proxies === 'number' ? (_: string, hop: number) => hop < proxies : proxies,
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    routerOptions: { maxParamLength: LONGEST_PART },
    genReqId: newReference,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: new ApplicationLog(environment),
    // A failure is thrown, so that whoever starts this closes what is open.
    abortOnError: false,
  });
  logAccess(app);
  limitGuessing(app, environment.RATE_LIMIT);
  divideByRoute(app);
  await allowCompression(app);
  await app.register(cookie);
  await app.register(multipart);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...contentSecurityPolicy,
        ...(environment.overTls ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    hsts: environment.overTls,
    referrerPolicy: { policy: 'same-origin' },
  });
  serveApiDocument(app);
  return app;
}
