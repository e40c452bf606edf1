import type { INestApplicationContext } from '@nestjs/common';
import { readEnvironment, type Environment } from '../config/environment.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LoadSynonyms } from './notes/index.js';
import { SystemClock } from './platform/clock/clock.js';
import { startEmbeddedServer } from './platform/database/embedded-server.js';
import { migrate } from './platform/database/migrate.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { ReadMailbox } from './replies/index.js';
import { createServer } from './server.js';
import { LoadReferenceData } from './units/index.js';

/** A database that is ready to be used, and how to let it go. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** Opens the database the settings name, or starts the embedded one, and brings its schema up to date. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  const { DATABASE_URL: own } = environment;
  const server = own
    ? { url: own, stop: async () => undefined }
    : await startEmbeddedServer(environment.DATA_DIR);
  await migrate(server.url);
  return { url: server.url, close: () => server.stop() };
}

/** Fills in the reference data that is not there yet. */
export async function loadReferenceData(app: INestApplicationContext): Promise<void> {
  await app.get(LoadReferenceData).execute();
  await app.get(LoadSynonyms).execute();
}

/** Builds the server on a migrated database, works its jobs unless told not to, and listens. */
export async function startServer(
  environment: Environment,
  databaseUrl: string,
): Promise<NestFastifyApplication> {
  const app = await createServer({ environment, databaseUrl, clock: new SystemClock() });
  await app.init();
  await loadReferenceData(app);
  const queue = app.get(JobQueue);
  await (environment.JOBS ? queue.work() : queue.open());
  if (environment.JOBS) app.get(ReadMailbox).watch();
  await app.listen(environment.PORT, environment.HOST);
  return app;
}

/** Runs a process until SIGINT or SIGTERM, then closes what it returned, in order. */
export async function runProcess(
  start: (environment: Environment) => Promise<(() => Promise<void>)[]>,
): Promise<void> {
  try {
    const closers = await start(readEnvironment());
    let closing = false;
    const close = async (): Promise<void> => {
      if (closing) return;
      closing = true;
      for (const step of closers) await step();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
