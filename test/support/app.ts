import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { readEnvironment } from '../../config/environment.js';
import { loadReferenceData } from '../../src/boot.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { createServer } from '../../src/server.js';
import { checkAnswers, type AnswerCheck } from './answer-schemas.js';
import { createDatabase, type Template } from './database.js';

export interface TestApp {
  app: NestFastifyApplication;
  server: Server;
  database: Database;
  databaseUrl: string;
  clock: SettableClock;
  dataFolder: string;
  /** What the API answered so far; `close` fails where that did not hold to its document. */
  answers: AnswerCheck;
  /** Runs the scheduled jobs and empties the queues. */
  settle(): Promise<void>;
  /** A bearer header of a signed-in account. */
  signIn(email: string, password: string): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

/** Monday 20 October 2025, 08.00 WIB. */
export const START = new Date('2025-10-20T01:00:00Z');

/** What a first start leaves in its database: the reference data, and the queues of all jobs. */
const started: Template = {
  name: 'started',
  fill: async (databaseUrl) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'sambang-data-'));
    const environment = readEnvironment({ DATA_DIR: dataFolder, LOG_LEVEL: 'error' });
    await migrate(databaseUrl);
    const app = await createServer({ environment, databaseUrl, clock: new SettableClock(START) });
    await app.init();
    await app.get(JobQueue).open();
    await loadReferenceData(app);
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  },
};

/**
 * The whole application on a database of its own, with the reference data and a clock that stands still.
 *
 * @param reach how the application reaches its database, where that is not straight
 */
export async function startApp(
  settings: Record<string, string> = {},
  reach: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<TestApp> {
  const database = await createDatabase(started);
  const databaseUrl = await reach(database.url);
  const dataFolder = await mkdtemp(join(tmpdir(), 'sambang-data-'));
  const clock = new SettableClock(START);
  const environment = readEnvironment({
    DATA_DIR: dataFolder,
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'http://sambang.test',
    RATE_LIMIT: '0',
    ...settings,
  });
  const app = await createServer({ environment, databaseUrl, clock });
  const answers = await checkAnswers(app.getHttpAdapter().getInstance());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await app.get(JobQueue).open();
  const server = app.getHttpServer() as Server;
  return {
    app,
    server,
    database: app.get(Database),
    databaseUrl: database.url,
    clock,
    dataFolder,
    answers,
    settle: () => app.get(JobQueue).settle(),
    signIn: async (email, password) => {
      const answer = await request(server).post('/api/session').send({ email, password }).expect(201);
      return { authorization: `Bearer ${(answer.body as { token: string }).token}` };
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
      if (answers.faults.length > 0) throw new Error(`Not as documented:\n${answers.faults.join('\n')}`);
    },
  };
}
