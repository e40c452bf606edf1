import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { advisoryLocks } from '../advisory-locks.js';
import { connect } from '../reachable.js';

/** A killed owner's connection is gone within moments; one that lives holds on. */
const PATIENCE_MS = 5_000;

/**
 * The right to start and stop a database, held by a connection: PostgreSQL takes it back by itself when its process
 * ends in whatever way, and nobody can hold it twice.
 */
export class Ownership {
  private constructor(private readonly client: Client) {}

  /** Takes it, or returns null when a living process has it. */
  static async take(url: string, signal?: AbortSignal): Promise<Ownership | null> {
    const name = `sambang-owner ${process.pid}@${hostname()}`.slice(0, 63);
    const client = await connect({ connectionString: url, application_name: name, keepAlive: true });
    const begin = performance.now();
    for (;;) {
      const sql = 'SELECT pg_try_advisory_lock($1) AS taken';
      const { rows } = await client.query<{ taken: boolean }>(sql, [advisoryLocks.owner]);
      if (rows[0]?.taken) return new Ownership(client);
      if (performance.now() - begin > PATIENCE_MS || signal?.aborted) {
        await client.end();
        return null;
      }
      await setTimeout(200);
    }
  }

  /** What its holder calls itself: `sambang-owner <process id>@<computer>`. */
  static async holder(url: string): Promise<string> {
    const client = await connect({ connectionString: url });
    try {
      const { rows } = await client.query<{ name: string }>(
        `SELECT coalesce(application_name, '') AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE locktype = 'advisory' AND granted AND objid = $1 AND (classid, objsubid) = (0, 1)`,
        [advisoryLocks.owner],
      );
      return rows[0]?.name ?? 'sambang-owner';
    } finally {
      await client.end();
    }
  }

  /** Calls back once when it is lost: the database ended or cut the connection. */
  onLost(callback: () => void): void {
    this.client.once('end', callback);
  }

  async release(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.end().catch(() => undefined);
  }
}
