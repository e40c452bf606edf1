import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { serveApiDocument } from './platform/http/api-document.js';
import { allowCompression } from './platform/http/compression.js';
import { divideByRoute } from './platform/http/divide-by-route.js';
import { recordDownloads } from './platform/http/record-downloads.js';
import { limitGuessing } from './platform/http/rate-limit.js';
import { LONGEST_PART, readableUrl } from './platform/http/readable-url.js';
import { logAccess } from './platform/log/access-log.js';
import { ApplicationLog } from './platform/log/application-log.js';
import { newReference } from './platform/log/reference.js';
import type { PlatformParts } from './platform/platform.module.js';
import { guardReaders } from './platform/security/security-headers.js';

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
  guardReaders(app, environment.overTls);
  limitGuessing(app, environment.RATE_LIMIT);
  divideByRoute(app);
  recordDownloads(app);
  await allowCompression(app);
  await app.register(cookie);
  await app.register(multipart);
  serveApiDocument(app);
  return app;
}
