import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { readEnvironment } from '../../../config/environment.js';
import { loadReferenceData } from '../../boot.js';
import { CreatePerson } from '../../people/index.js';
import { SettableClock } from '../../platform/clock/clock.js';
import { startEmbeddedServer } from '../../platform/database/embedded-server.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { migrate } from '../../platform/database/migrate.js';
import { createServer } from '../../server.js';
import type { Run } from './national-data.js';

const PASSWORD = 'kata-sandi-uji-coba';

type Account = Omit<Parameters<CreatePerson['execute']>[0], 'name' | 'password'>;

/** The application on a database of its own that is thrown away, as it stands on a day. */
export interface BenchApp {
  app: NestFastifyApplication;
  /** The bearer header of a new account. */
  signIn(account: Account): Promise<{ authorization: string }>;
  /** Runs work on one connection. */
  onConnection(work: (run: Run) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** @param today `YYYY-MM-DD` @param settings beside those of every bench */
export async function startBenchApp(
  today: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchApp> {
  const folder = await mkdtemp(join(tmpdir(), 'sambang-bench-'));
  const server = await startEmbeddedServer(folder);
  await migrate(server.url);
  const clock = new SettableClock(new Date(`${today}T03:00:00Z`));
  const environment = readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'error', RATE_LIMIT: '0', ...settings });
  const app = await createServer({ environment, databaseUrl: server.url, clock });
  await app.init();
  await app.get(JobQueue).open();
  await loadReferenceData(app);
  return {
    app,
    signIn: async (account) => {
      await app.get(CreatePerson).execute({ ...account, name: 'Penguji', password: PASSWORD });
      const payload = { email: account.email, password: PASSWORD };
      const session = await app.inject({ method: 'POST', url: '/api/session', payload });
      return { authorization: `Bearer ${session.json<{ token: string }>().token}` };
    },
    onConnection: async (work) => {
      const runner = app.get(DataSource).createQueryRunner();
      await runner.query('SET statement_timeout = 0');
      await work((sql, parameters) => runner.query(sql, parameters));
      await runner.release();
    },
    close: async () => {
      await app.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
