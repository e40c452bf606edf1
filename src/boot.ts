import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readEnvironment, type Environment } from '../config/environment.js';
import { LoadSynonyms } from './notes/index.js';
import { SystemClock } from './platform/clock/clock.js';
import { Database } from './platform/database/database.js';
import {
  joinEmbeddedServer,
  startEmbeddedServer,
  useEmbeddedServer,
  type EmbeddedOptions,
} from './platform/database/embedded-server.js';
import { migrate } from './platform/database/migrate.js';
import { Readiness } from './platform/database/readiness.js';
import { refuseUnfinishedDatabase, refuseUnfinishedFolder } from './platform/database/unfinished-restore.js';
import { waitForDatabase } from './platform/database/reachable.js';
import { JobQueue } from './platform/jobs/job-queue.js';
import { ApplicationLog } from './platform/log/application-log.js';
import { MailChecks } from './platform/mail-checks/mail-checks.js';
import { giveBackMemory } from './platform/process/give-back-memory.js';
import { ProcessLife } from './platform/process/process-life.js';
import { ReadMailbox } from './replies/index.js';
import { createServer } from './server.js';
import { LoadReferenceData } from './units/index.js';

/**
 * What a process is to the embedded database: a server owns it, a worker joins the one that a server runs, and a
 * program that runs once does either.
 */
const embeddedDatabase = {
  own: startEmbeddedServer,
  join: joinEmbeddedServer,
  use: useEmbeddedServer,
} as const;

/** How long a start waits for the database of DATABASE_URL. */
const PATIENCE_S = 120;

/**
 * Waits for the database that the settings name, or opens the embedded one, brings its schema up to date, and returns
 * its URL. It is let go when the process ends.
 */
export async function openDatabase(
  environment: Environment,
  life: ProcessLife,
  part: keyof typeof embeddedDatabase,
): Promise<string> {
  const url = environment.DATABASE_URL ?? (await openEmbedded(environment, life, part));
  if (environment.DATABASE_URL) {
    const logger = new Logger('database');
    const tell = (text: string): void => logger.log(text);
    await waitForDatabase(url, { seconds: PATIENCE_S, signal: life.signal, tell });
  }
  await refuseUnfinishedFolder(environment.DATA_DIR);
  await refuseUnfinishedDatabase(url);
  await migrate(url);
  return url;
}

async function openEmbedded(
  { DATA_DIR }: Environment,
  life: ProcessLife,
  part: keyof typeof embeddedDatabase,
): Promise<string> {
  const options: EmbeddedOptions = { signal: life.signal, onLost: (error) => void life.fail(error) };
  const server = await embeddedDatabase[part](DATA_DIR, options);
  life.onEnd('the database', () => server.stop());
  return server.url;
}

/** Fills in the reference data that is not there yet. */
export async function loadReferenceData(app: INestApplicationContext): Promise<void> {
  await app.get(Database).inBackground(async () => {
    await app.get(LoadReferenceData).execute();
    await app.get(LoadSynonyms).execute();
  });
}

/** Has a process that works jobs read the mailbox, and look behind the scenes whether mail can be sent and read. */
export async function beginMail(app: INestApplicationContext): Promise<void> {
  app.get(ReadMailbox).watch();
  await app.get(MailChecks).ask(true);
}

/** Builds the server on a migrated database, works its jobs unless told not to, and listens. */
export async function startServer(
  environment: Environment,
  databaseUrl: string,
  life: ProcessLife,
): Promise<NestFastifyApplication> {
  const app = await createServer({ environment, databaseUrl, clock: new SystemClock() });
  life.onEnd('the server', () => app.close());
  if (environment.overTls && environment.TRUST_PROXY === false) {
    new Logger('http').warn(
      'PUBLIC_URL is https but TRUST_PROXY names no proxy: everybody behind it counts as one. Set TRUST_PROXY=1 for one proxy.',
    );
  }
  await app.init();
  await loadReferenceData(app);
  const queue = app.get(JobQueue);
  await (environment.JOBS ? queue.work() : queue.open());
  if (environment.JOBS) await beginMail(app);
  await app.listen(environment.PORT, environment.HOST);
  life.onEnd('taking new work', () => app.get(Readiness).stop());
  giveBackMemory();
  return app;
}

/** Runs a process until SIGINT or SIGTERM, or a fault, ends it. */
export async function runProcess(
  start: (environment: Environment, life: ProcessLife) => Promise<void>,
): Promise<void> {
  const life = new ProcessLife();
  await life.run(async () => {
    const environment = readEnvironment();
    Logger.overrideLogger(new ApplicationLog(environment));
    return start(environment, life);
  });
}

/** Runs a program that does one thing, and ends. */
export const runOnce = (
  work: (environment: Environment, life: ProcessLife) => Promise<void>,
): Promise<void> =>
  runProcess(async (environment, life) => {
    await work(environment, life);
    void life.end();
  });
