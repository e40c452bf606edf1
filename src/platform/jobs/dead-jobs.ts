import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobRegistry } from './job-registry.js';
import { DEAD, JobStore } from './job-store.js';
import { payloadOf } from './stored-job.js';
import { Wake } from './wake.js';
import { jobTopic } from './work-jobs.js';

/** A job that failed at its last try. */
export interface DeadJob {
  id: string;
  name: string;
  payload: unknown;
  /** Reference of the request or job that it came from. */
  reference: string | null;
  /** What it failed with at the last try. */
  error: { name: string; message: string; stack: string | null };
  tries: number;
  storedAt: Date;
  failedAt: Date;
}

/** Which of the dead are wanted, the latest first. */
export interface DeadJobsWanted {
  name: string | null;
  /** Those that died before this one; null for the latest. */
  before: { failedAt: string; id: string } | null;
  limit: number;
}

export type DeadJobLine = DeadJob & { failedAtKey: string };

interface DeadRow {
  id: string;
  name: string;
  data: object | null;
  output: { name?: string; message?: string; stack?: string } | null;
  tries: number;
  stored_at: Date;
  failed_at: Date;
  failed_at_key: string;
}

const COLUMNS = `
  id, source_name AS name /* never null: pg-boss notes the source of each dead job */, data, source_output AS output,
  source_retry_count + 1 AS tries /* never null: so it does */, source_created_on AS stored_at /* never null: so it does */, created_on AS failed_at, created_on::text AS failed_at_key`;

/** Those that were not given to their queue again. */
const DEAD_ROWS = `name = '${DEAD}' AND state <> 'completed'`;

const LIST = `
  SELECT ${COLUMNS} FROM pgboss.job
  WHERE ${DEAD_ROWS} AND ($1::text IS NULL OR source_name = $1)
    AND ($2::timestamptz IS NULL OR (created_on, id) < ($2::timestamptz, $3::uuid))
  ORDER BY created_on DESC, id DESC
  LIMIT $4`;

/** What failed for good: read, run again, or thrown away. */
@Injectable()
export class DeadJobs {
  constructor(
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly registry: JobRegistry,
    private readonly wake: Wake,
  ) {}

  /** The dead, the latest first, up to one more than the limit. */
  async list({ name, before, limit }: DeadJobsWanted): Promise<DeadJobLine[]> {
    const rows = await this.database.query<DeadRow>(LIST, [
      name,
      before?.failedAt ?? null,
      before?.id ?? null,
      limit + 1,
    ]);
    return rows.map(lineOf);
  }

  async find(id: string): Promise<DeadJob | null> {
    const [row] = await this.database.query<DeadRow>(
      `SELECT ${COLUMNS} FROM pgboss.job WHERE ${DEAD_ROWS} AND id = $1`,
      [id],
    );
    return row ? lineOf(row) : null;
  }

  /** Whether a module of this version still provides the job. */
  isProvided(name: string): boolean {
    return this.registry.all().some((job) => job.name === name);
  }

  /** Gives one to its queue again, with all its tries before it. @returns whether it was still dead */
  async runAgain({ id, name }: DeadJob): Promise<boolean> {
    return this.database.transaction(async () => {
      const moved = await this.store.runAgain({ ids: [id] });
      this.wake.signal(jobTopic(name));
      return moved > 0;
    });
  }

  /** Gives all of one name to their queue again. @returns how many */
  async runAllAgain(name: string): Promise<number> {
    return this.database.transaction(async () => {
      const moved = await this.store.runAgain({ sourceName: name });
      this.wake.signal(jobTopic(name));
      return moved;
    });
  }

  /** Throws one away for good. */
  async discard(id: string): Promise<void> {
    await this.database.transaction(() => this.store.discard([id]));
  }
}

function lineOf(row: DeadRow): DeadJobLine {
  const { name = 'Error', message = '', stack = null } = row.output ?? {};
  return {
    id: row.id,
    name: row.name,
    ...payloadOf(row.data),
    error: { name, message, stack },
    tries: row.tries,
    storedAt: row.stored_at,
    failedAt: row.failed_at,
    failedAtKey: row.failed_at_key,
  };
}
