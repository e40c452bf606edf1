import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { HeldJob, QueuedJob } from './stored-job.js';

/**
 * Stores the jobs of $1, but for those in whose place one waits that will do: under the same key, to run no later than
 * wanted. Such rows are locked until the transaction ends, shared with other senders: no worker takes such a job before what
 * this transaction changes can be seen. One that a worker is taking at this moment does not count. What pg-boss stores of a
 * job is taken from its queue (its insertJobs).
 */
const STORE = `
  WITH wanted AS (
    SELECT w.name, w.key, w.data, COALESCE(w.instant, pgboss.job_now() + w.seconds * interval '1 second') AS start_after
    FROM jsonb_to_recordset($1::jsonb) AS w(name text, key text, data jsonb, instant timestamptz, seconds float8)
  ), waiting AS (
    -- One by one, by the index of what waits: joined at once, all that ever waited would be read.
    SELECT w.name, w.singleton_key FROM wanted CROSS JOIN LATERAL (
      SELECT job.name, job.singleton_key FROM pgboss.job_common job
      WHERE job.name = wanted.name AND job.state = 'created' AND job.singleton_key = wanted.key
        AND job.start_after <= wanted.start_after
      LIMIT 1 FOR SHARE SKIP LOCKED) w
  )
  INSERT INTO pgboss.job_common (name, data, singleton_key, start_after, created_on, keep_until, policy, dead_letter,
    expire_seconds, deletion_seconds, heartbeat_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max)
  SELECT wanted.name, wanted.data, COALESCE(wanted.key, gen_random_uuid()::text), wanted.start_after, pgboss.job_now(),
    wanted.start_after + q.retention_seconds * interval '1 second', q.policy, q.dead_letter,
    q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max
  FROM wanted LEFT JOIN pgboss.queue q ON q.name = wanted.name
  WHERE NOT EXISTS (SELECT FROM waiting WHERE waiting.name = wanted.name AND waiting.singleton_key = wanted.key)
  ON CONFLICT DO NOTHING`;

const DUE = `
  SELECT queue.name FROM unnest($1::text[]) AS queue(name)
  WHERE EXISTS (
    SELECT FROM pgboss.job WHERE job.name = queue.name AND job.state < 'active' AND NOT job.blocked
      AND job.start_after <= pgboss.job_now())`;

const ABANDONED = `
  SELECT name, id, data, retry_count AS "retryCount" FROM pgboss.job
  WHERE name = ANY($1) AND state = 'active'
    AND heartbeat_on < pgboss.job_now() - heartbeat_seconds * interval '1 second'
  LIMIT 1000`;

const GIVE_BACK = `
  UPDATE pgboss.job SET state = 'created', started_on = NULL, heartbeat_on = NULL
  WHERE name = $1 AND id = ANY($2) AND state = 'active'`;

/** Keys of $2 with a job of the queue $1 that is not finished, or failed for good within the last hours. */
const UNFINISHED = `
  SELECT DISTINCT singleton_key AS key FROM pgboss.job
  WHERE name = $1 AND singleton_key = ANY($2) AND (state < 'completed'
    OR (state = 'failed' AND completed_on > pgboss.job_now() - interval '12 hours'))`;

/**
 * What a clock that was ahead left in the future: the times of the last passes, without which no schedule runs until then,
 * the signs of life of jobs that were held, and the times for which jobs and tries were put off. No try waits longer than
 * a quarter of an hour.
 */
const REPAIR = `
  WITH passes AS (
    UPDATE pgboss.version SET cron_on = least(cron_on, pgboss.job_now()), bam_on = least(bam_on, pgboss.job_now()),
      flow_on = least(flow_on, pgboss.job_now()), reindex_on = least(reindex_on, pgboss.job_now()),
      monitor_backoff_on = least(monitor_backoff_on, pgboss.job_now())
    WHERE greatest(cron_on, bam_on, flow_on, reindex_on) > pgboss.job_now() + interval '1 minute'
  ), queues AS (
    UPDATE pgboss.queue SET monitor_claim_on = least(monitor_claim_on, pgboss.job_now()),
      monitor_on = least(monitor_on, pgboss.job_now()), maintain_on = least(maintain_on, pgboss.job_now())
    WHERE greatest(monitor_claim_on, monitor_on, maintain_on) > pgboss.job_now() + interval '1 minute'
  ), held AS (
    UPDATE pgboss.job SET heartbeat_on = pgboss.job_now()
    WHERE state = 'active' AND heartbeat_on > pgboss.job_now() + interval '1 minute'
  )
  UPDATE pgboss.job SET start_after = pgboss.job_now()
  WHERE (state = 'created' AND created_on > pgboss.job_now() + interval '1 minute')
    OR (state = 'retry' AND start_after > pgboss.job_now() + interval '1 hour')`;

/** What the queues hold, asked beside pg-boss, which answers none of these by one statement. */
@Injectable()
export class JobStates {
  constructor(private readonly database: Database) {}

  /** Stores jobs by one statement. */
  async store(jobs: readonly QueuedJob[]): Promise<void> {
    const rows = jobs.map(({ name, key, payload, startAfter }) => ({
      ...{ name, key, data: payload },
      ...(startAfter instanceof Date ? { instant: startAfter } : { seconds: startAfter }),
    }));
    await this.database.query(STORE, [JSON.stringify(rows)]);
  }

  /**
   * Keys that need no further job for now: one waits, is at work or is tried again, or has failed for good lately and
   * waits for a person.
   */
  async unfinished(name: string, keys: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows = await this.database.query<{ key: string }>(UNFINISHED, [name, keys]);
    return new Set(rows.map(({ key }) => key));
  }

  /** Those of the queues that hold a job which is due. */
  async due(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(DUE, [names]);
    return rows.map(({ name }) => name);
  }

  /** Jobs of these queues whose worker gave no sign of life in time. */
  async abandoned(names: readonly string[]): Promise<(HeldJob & { name: string })[]> {
    return this.database.query(ABANDONED, [names]);
  }

  /** Takes back what a clock that was ahead, by more than a minute, left in the future. */
  async repairClock(): Promise<void> {
    await this.database.query(REPAIR);
  }

  /** Puts jobs that were held and not begun back as they were. */
  async giveBack(name: string, jobs: readonly HeldJob[]): Promise<void> {
    await this.database.query(GIVE_BACK, [name, jobs.map(({ id }) => id)]);
  }
}
