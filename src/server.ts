import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { PlatformParts } from './platform/platform.module.js';

const MEBIBYTE = 1024 * 1024;

/** Builds the HTTP application on a migrated database; it does not listen yet. */
export async function createServer(parts: PlatformParts): Promise<NestFastifyApplication> {
  const { environment } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    trustProxy: environment.TRUST_PROXY,
    routerOptions: { maxParamLength: 200 },
  });
  const levels = ['error', 'warn', 'log', 'debug'] as const;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: [...levels.slice(0, levels.indexOf(environment.LOG_LEVEL) + 1)],
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': environment.overTls ? [] : null } },
    hsts: environment.overTls,
    referrerPolicy: { policy: 'same-origin' },
  });
  return app;
}
