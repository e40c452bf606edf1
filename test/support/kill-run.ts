import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { readEnvironment } from '../../config/environment.js';
import { loadReferenceData } from '../../src/boot.js';
import { CreatePerson } from '../../src/people/index.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { createServer } from '../../src/server.js';
import { eventually, postmasterOf, urlOf } from './embedded.js';
import { countedAfresh, countsKept } from './fresh-figures.js';
import { PASSWORD } from './people.js';
import { startProcess, type RunningProcess } from './processes.js';
import { visitBody } from './visits.js';

const DAY = 86_400_000;
const PATIENCE = 300_000;
const OFFICERS = {
  guest: { email: 'petugas@tamu.test', unit: 'bapas-purwokerto' },
  host: { email: 'petugas@tuan.test', unit: 'rutan-banjarnegara' },
} as const;

/** What a server said yes to: the version of each visit, by its id. */
type Acknowledged = Map<string, number>;

/** What must all be zero or empty after a kill. */
export interface Losses {
  /** Visits that were acknowledged and are not there, or in an older version. */
  lost: string[];
  confirmedWithoutPlace: number;
  placeWithoutVisit: number;
  /** Visits that one request, sent until it was answered, made more than once. */
  doubled: number;
  withoutHistory: number;
  sinergiDifferent: string[];
}

export const NO_LOSS: Losses = {
  lost: [],
  confirmedWithoutPlace: 0,
  placeWithoutVisit: 0,
  doubled: 0,
  withoutHistory: 0,
  sinergiDifferent: [],
};

const COUNTS = `SELECT
  (SELECT count(*)::int FROM visit v WHERE state = 'confirmed' AND NOT EXISTS
    (SELECT FROM host_time t WHERE t.visit_id = v.id AND t.kind = 'confirmed')) AS "confirmedWithoutPlace",
  (SELECT count(*)::int FROM host_time t WHERE t.kind = 'confirmed' AND NOT EXISTS
    (SELECT FROM visit v WHERE v.id = t.visit_id AND v.state IN ('confirmed', 'held', 'closed'))) AS "placeWithoutVisit",
  (SELECT count(*)::int FROM (SELECT FROM visit GROUP BY title HAVING count(*) > 1) twice) AS doubled,
  (SELECT count(*)::int FROM visit v WHERE state <> 'draft' AND NOT EXISTS
    (SELECT FROM visit_history h WHERE h.visit_id = v.id)) AS "withoutHistory"`;

/** A server on a data folder under load, that is killed in several ways. */
export class KillRun {
  readonly acknowledged: Acknowledged = new Map();
  private server: RunningProcess | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private ended = false;
  private slot = 0;

  constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Makes the database with two officers in it. */
  async prepare(): Promise<void> {
    const database = await startEmbeddedServer(this.folder);
    await migrate(database.url);
    const environment = readEnvironment({ DATA_DIR: this.folder, LOG_LEVEL: 'error' });
    const app = await createServer({ environment, databaseUrl: database.url, clock: new SystemClock() });
    await app.init();
    await app.get(JobQueue).open();
    await loadReferenceData(app);
    for (const { email, unit } of Object.values(OFFICERS)) {
      await app.get(CreatePerson).execute({ email, unit, role: 'officer', name: email, password: PASSWORD });
    }
    await app.close();
    await database.stop();
  }

  async start(): Promise<void> {
    const settings = { DATA_DIR: this.folder, PORT: String(this.port), RATE_LIMIT: '0' };
    this.server = startProcess('main.js', settings);
    await this.untilReady();
  }

  /** Waits, without a hand, until the server says that it is ready. */
  async untilReady(): Promise<void> {
    await eventually(async () => {
      const { status } = await fetch(`${this.site}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (status !== 200) throw new Error(`/health/ready: ${status}`);
    }, PATIENCE);
  }

  killServer(): Promise<void> {
    return this.server?.killGroup() ?? Promise.resolve();
  }

  async killPostgres(): Promise<void> {
    process.kill(await postmasterOf(this.folder), 'SIGKILL');
  }

  /** Several clients at once ask for visits, send them and have them accepted, until the run ends. */
  load(clients: number): void {
    this.writing = Promise.all(Array.from({ length: clients }, () => this.write()));
  }

  /** Ends the load and then the server; its exit code. */
  async end(): Promise<number | null> {
    this.ended = true;
    await this.writing;
    return this.server?.stop() ?? null;
  }

  private get site(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private async write(): Promise<void> {
    const [guest, host] = [await this.signIn(OFFICERS.guest.email), await this.signIn(OFFICERS.host.email)];
    while (!this.ended) {
      const n = this.slot++;
      const startsAt = new Date(
        Math.ceil(Date.now() / DAY) * DAY + (10 + (n % 80)) * DAY + (n % 6) * 3_600_000,
      );
      const body = {
        ...visitBody,
        title: `Kunjungan ${n}`,
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 3_000_000).toISOString(),
      };
      const key = { 'idempotency-key': randomUUID() };
      let visit = await this.send('/api/visits', guest, body, key);
      for (const [step, by] of [
        ['submit', guest],
        ['accept', host],
      ] as const) {
        if (!visit) break;
        visit = await this.send(`/api/visits/${visit.id}/${step}`, by, { version: visit.version });
      }
    }
  }

  private async signIn(email: string): Promise<string> {
    const answer = await this.persist('/api/session', {}, { email, password: PASSWORD });
    return ((await answer?.json()) as { token: string } | undefined)?.token ?? '';
  }

  /** Sends a request until the server answers it; what it says yes to is remembered. */
  private async send(
    path: string,
    token: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<{ id: string; version: number } | null> {
    const answer = await this.persist(path, { ...headers, authorization: `Bearer ${token}` }, body);
    if (!answer?.ok) return null;
    const visit = (await answer.json()) as { id: string; version: number };
    this.acknowledged.set(visit.id, Math.max(visit.version, this.acknowledged.get(visit.id) ?? 0));
    return visit;
  }

  private async persist(
    path: string,
    headers: Record<string, string>,
    body: object,
  ): Promise<Response | null> {
    while (!this.ended) {
      try {
        const answer = await fetch(`${this.site}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(20_000),
        });
        if (answer.status < 500) return answer;
      } catch {
        // The server is away, or was killed before it answered.
      }
      await setTimeout(200);
    }
    return null;
  }

  /** Compares, at one instant, what was acknowledged with what is there, and what is there with itself. */
  async losses(): Promise<Losses> {
    const known = new Map(this.acknowledged);
    const client = new Client({ connectionString: await urlOf(this.folder) });
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const visits = await client.query<{ id: string; version: number }>('SELECT id, version FROM visit');
      const versions = new Map(visits.rows.map(({ id, version }) => [id, version]));
      const { rows } = await client.query<Omit<Losses, 'lost' | 'sinergiDifferent'>>(COUNTS);
      const run = async (sql: string): Promise<unknown[]> => (await client.query<object>(sql)).rows;
      const database = { query: run } as unknown as Database;
      const [kept, fresh] = [await countsKept(database), await countedAfresh(database)];
      const keys = new Set([...Object.keys(kept), ...Object.keys(fresh)]);
      return {
        ...NO_LOSS,
        ...rows[0],
        lost: [...known].filter(([id, version]) => (versions.get(id) ?? 0) < version).map(([id]) => id),
        sinergiDifferent: [...keys].filter((key) => kept[key] !== fresh[key]),
      };
    } finally {
      await client.end();
    }
  }
}
