import { setTimeout } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Environment } from '../../../config/environment.js';
import { migrations } from '../../../migrations/index.js';
import { DatabaseUrl } from '../jobs/database-url.js';
import { JOB_HEALTH, type JobHealth } from '../jobs/job-counts.js';

/** Why the server cannot do its work now; null when it can. */
export type NotReady = 'stopping' | 'database-away' | 'database-read-only' | 'not-migrated';

const LONGEST_WAIT = 2000;

const QUESTION = `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS "isReadOnly" /* never null: every server has the setting */,
  ARRAY(SELECT name::text FROM schema_migration) AS migrations`;

interface Answer {
  isReadOnly: boolean;
  migrations: string[];
}

/** Whether the server can take work, asked on a connection of its own, so that a full pool does not make it unready. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly pool: Pool;
  private isStopping = false;
  private asking: Promise<NotReady | null> | null = null;

  constructor(
    url: DatabaseUrl,
    private readonly environment: Environment,
  ) {
    this.pool = new Pool({
      connectionString: url.value,
      max: 1,
      application_name: 'sambang-health',
      connectionTimeoutMillis: LONGEST_WAIT,
      query_timeout: LONGEST_WAIT,
      idleTimeoutMillis: 0,
      keepAlive: true,
    });
    // A lost connection shows at the next question, which makes a new one.
    this.pool.on('error', () => undefined);
  }

  /** Questions asked at once share one answer. */
  async trouble(): Promise<NotReady | null> {
    if (this.isStopping) return 'stopping';
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** How the work behind the pages does; null when that cannot be told now. It makes no server unready. */
  async jobs(): Promise<JobHealth | null> {
    return this.pool.query<JobHealth>(JOB_HEALTH).then(
      ({ rows }) => rows[0] ?? null,
      () => null,
    );
  }

  /** Says from now on that the server is not ready, and gives whoever sends it work the time to see that. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await setTimeout(this.environment.DRAIN_SECONDS * 1000);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.pool.end();
  }

  private async ask(): Promise<NotReady | null> {
    const answer = await this.pool.query<Answer>(QUESTION).then(
      ({ rows }) => rows[0],
      () => undefined,
    );
    if (!answer) return 'database-away';
    if (answer.isReadOnly) return 'database-read-only';
    const known = new Set(answer.migrations);
    return migrations.every(({ name }) => known.has(name)) ? null : 'not-migrated';
  }
}
