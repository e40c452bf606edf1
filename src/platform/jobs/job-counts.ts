import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobRegistry } from './job-registry.js';
import { DEAD } from './job-store.js';

/** What one queue holds. */
export interface JobCount {
  name: string;
  /** Stored and not begun, those that wait for their time or their next try included. */
  waiting: number;
  active: number;
  /** Failed at the last try. */
  failed: number;
  /** Seconds that the longest waiting has been due; null when none is. */
  oldestSeconds: number | null;
  /** Whether this version has somebody to do it. */
  isProvided: boolean;
}

/** How the work behind the pages does, for health and for the start page. */
export interface JobHealth {
  /** Seconds that the longest waiting job of all has been due; 0 when none is. */
  oldestSeconds: number;
  /** Jobs that failed at their last try. */
  failed: number;
}

const SINCE_DUE = `extract(epoch FROM pgboss.job_now() - min(start_after) FILTER (
  WHERE state < 'active' AND start_after <= pgboss.job_now()))::int`;

const COUNTS = `
  WITH live AS (
    SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS active, ${SINCE_DUE} AS "oldestSeconds"
    FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND name <> '${DEAD}' AND name NOT LIKE '\\_\\_pgboss\\_\\_%'
    GROUP BY name
  ), dead AS (
    SELECT source_name AS name, count(*)::int AS failed FROM pgboss.job
    WHERE name = '${DEAD}' AND state <> 'completed' GROUP BY source_name
  )
  SELECT name /* never null: one of the three has it */, COALESCE(waiting, 0) AS waiting, COALESCE(active, 0) AS active, COALESCE(failed, 0) AS failed,
    "oldestSeconds"
  FROM unnest($1::text[]) AS provided(name) FULL JOIN live USING (name) FULL JOIN dead USING (name)
  ORDER BY name`;

/** The health of the jobs by one statement, for whoever asks it on a connection of its own. */
export const JOB_HEALTH = `
  SELECT
    COALESCE((SELECT ${SINCE_DUE} FROM pgboss.job WHERE state IN ('created', 'retry') AND name <> '${DEAD}'), 0)
      AS "oldestSeconds",
    (SELECT count(*)::int FROM pgboss.job WHERE name = '${DEAD}' AND state <> 'completed') AS failed`;

/** How much waits, runs and failed. */
@Injectable()
export class JobCounts {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
  ) {}

  /** Of every job that a module provides, and of those that only an older version did, by name. */
  async execute(): Promise<JobCount[]> {
    const provided = new Set(this.registry.all().map(({ name }) => name));
    const rows = await this.database.query<Omit<JobCount, 'isProvided'>>(COUNTS, [[...provided]]);
    return rows.map((row) => ({ ...row, isProvided: provided.has(row.name) }));
  }

  async health(): Promise<JobHealth> {
    const [health] = await this.database.query<JobHealth>(JOB_HEALTH);
    return health ?? { oldestSeconds: 0, failed: 0 };
  }
}
