import { Injectable, Logger } from '@nestjs/common';
import { PgBoss, type Queue, type QueueResult } from 'pg-boss';
import { Database } from '../database/database.js';
import { currentReference } from '../log/reference.js';
import { newId } from '../text/tokens.js';
import { NATIONAL_ZONE } from '../text/zones.js';
import { DatabaseUrl } from './database-url.js';
import { longestSeconds } from './run-job.js';
import { storedPayload, type HeldJob, type QueuedJob } from './stored-job.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';
import { JobStates } from './job-states.js';
import { Wake } from './wake.js';

const DAY = 86_400;

/** Queue of the jobs that failed at their last try. */
export const DEAD = 'jobs.dead';

/** Seconds without a sign of life after which a job is taken from its worker. */
export const HEARTBEAT_SECONDS = 10;

/** Eleven tries within about an hour. */
const TRIES = { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 900 } as const;
/** What waits is kept until it was done, what is done for a day, what failed for good for two years. */
const KEPT = { retentionSeconds: 365 * DAY, deleteAfterSeconds: DAY } as const;
const KEPT_DEAD = { retentionSeconds: 730 * DAY, deleteAfterSeconds: 730 * DAY } as const;

/** Finds what waits under a key, which pg-boss has no index for unless its own policies hold the key unique. */
const INDEX_WAITING = `
  CREATE INDEX IF NOT EXISTS sambang_job_waiting ON pgboss.job_common (name, singleton_key)
  WHERE state = 'created'`;

/** pg-boss never changes the policy of a queue that is there. */
const SERIALISE_KEYS = `UPDATE pgboss.queue SET policy = 'singleton' WHERE name = ANY($1) AND policy <> 'singleton'`;

/** Seconds between looks for jobs that wait for others; we have none, and pg-boss would look each five. */
const FLOW_EVERY = 60;

type QueueOptions = Omit<Queue, 'name' | 'partition' | 'policy'>;

/** The jobs as pg-boss keeps them: stored in the sender's transaction, held by one worker at a time. */
@Injectable()
export class JobStore {
  private readonly logger = new Logger('jobs');
  private readonly boss: PgBoss;
  private readonly told = new Map<string, number>();
  private started = false;

  constructor(
    url: DatabaseUrl,
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly states: JobStates,
    private readonly wake: Wake,
  ) {
    this.boss = new PgBoss({
      connectionString: url.value,
      max: 3,
      application_name: 'sambang-jobs',
      registerInstance: false,
      flowIntervalSeconds: FLOW_EVERY,
    });
    this.boss.on('error', (error) => {
      this.tell(error);
    });
  }

  /** Connects and makes sure that every job has its queue. */
  async open(): Promise<void> {
    if (this.started) return;
    await this.boss.start();
    this.started = true;
    const names = this.registry.all().map(({ name }) => name);
    await this.prepare(names);
    const there = new Map((await this.boss.getQueues()).map((queue) => [queue.name, queue]));
    await this.keep(DEAD, KEPT_DEAD, there.get(DEAD));
    for (const job of this.registry.all()) {
      const options = {
        ...TRIES,
        ...KEPT,
        expireInSeconds: longestSeconds(job) + 60,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deadLetter: DEAD,
      };
      await this.keep(job.name, options, there.get(job.name));
    }
  }

  /**
   * Stores jobs by one statement, which nobody waits for in an open transaction; they exist only if that commits, and are
   * signalled then. Of one key the first is stored, unless one that will do waits.
   */
  async insert(jobs: readonly QueuedJob[]): Promise<void> {
    const reference = currentReference();
    const keyed = new Map<string, QueuedJob>();
    for (const job of jobs) {
      const known = `${job.name} ${job.key ?? newId()}`;
      if (!keyed.has(known)) keyed.set(known, { ...job, payload: storedPayload(job.payload, reference) });
    }
    if (keyed.size === 0) return;
    await this.database.sendAlong(() => this.states.store([...keyed.values()]));
    this.wake.signal(...[...keyed.values()].map(({ topic }) => topic));
  }

  /** Takes up to so many jobs that are due, no two of one key; with `early`, those that wait for their time too. */
  async fetch(name: string, most: number, early = false): Promise<HeldJob[]> {
    return this.boss.fetch<object>(name, { batchSize: most, ignoreStartAfter: early });
  }

  async complete(name: string, jobs: readonly HeldJob[]): Promise<void> {
    await this.boss.complete(name, jobs.map(attempt));
  }

  /** Gives a job its next try, or after the last one a place among the dead. */
  async fail(name: string, job: HeldJob, { name: kind, message, stack }: Error): Promise<void> {
    await this.boss.fail(name, [attempt(job)], { name: kind, message, stack });
  }

  /** Tells that the process which holds these jobs lives. */
  async beat(name: string, jobs: readonly HeldJob[]): Promise<void> {
    await this.boss.touch(name, jobs.map(attempt));
  }

  /** Lets each job with a cron expression run by itself, and no other; while one is at work, its next waits. */
  async schedule(jobs: readonly RegisteredJob[]): Promise<void> {
    await this.states.repairClock();
    for (const { name, cron, missed } of jobs) {
      if (!cron) continue;
      const policy = missed && 'caughtUpUntil' in missed ? 'once' : 'skip';
      await this.boss.schedule(name, cron, {}, { tz: NATIONAL_ZONE, singletonKey: 'cron', missed: policy });
    }
    for (const { name, key } of await this.boss.getSchedules())
      if (!jobs.some((job) => job.name === name && job.cron)) await this.boss.unschedule(name, key);
  }

  /** Gives dead jobs to their queues again, as new ones, in the open transaction. @returns how many */
  async runAgain(which: { ids: string[] } | { sourceName: string }): Promise<number> {
    return this.boss.redrive(DEAD, { ...which, limit: 100_000, db: this.transaction });
  }

  /** Throws dead jobs away, in the open transaction. */
  async discard(ids: readonly string[]): Promise<void> {
    await this.boss.deleteJob(DEAD, [...ids], { db: this.transaction });
  }

  async close(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: 10_000 });
    this.started = false;
  }

  /** Logs a fault of the queue itself, the same one not more than once a minute. */
  tell(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    const now = performance.now();
    if (now - (this.told.get(text) ?? -Infinity) < 60_000) return;
    if (this.told.size > 100) this.told.clear();
    this.told.set(text, now);
    this.logger.error(text, error instanceof Error ? error.stack : undefined);
  }

  /** pg-boss's statements on the connection of the open transaction. */
  private readonly transaction = {
    executeSql: (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> =>
      this.database.use(async ({ queryRunner }) => {
        if (!queryRunner) throw new Error('jobs are stored in a transaction');
        const { records } = await queryRunner.query(text, values, true);
        return { rows: (records as unknown[] | undefined) ?? [] };
      }),
  };

  /** Makes a queue, or gives the one that is there its options, when they differ. */
  private async keep(name: string, options: QueueOptions, there: QueueResult | undefined): Promise<void> {
    if (!there) await this.boss.createQueue(name, { ...options, policy: 'singleton' });
    else if (Object.entries(options).some(([option, value]) => there[option as keyof QueueOptions] !== value))
      await this.boss.updateQueue(name, options);
  }

  private async prepare(names: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(`SELECT pg_advisory_xact_lock(hashtext('sambang-jobs'))`);
      await this.database.query(INDEX_WAITING);
      await this.database.query(SERIALISE_KEYS, [names]);
    });
  }
}

const attempt = ({ id, retryCount }: HeldJob): { id: string; retryCount: number } => ({ id, retryCount });
