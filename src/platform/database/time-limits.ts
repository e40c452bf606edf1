import type { Client } from 'pg';

/** How long the database may take before it gives a statement up, in milliseconds; 0 for no limit. */
export interface TimeLimits {
  /** One statement from its beginning to its end (`statement_timeout`, SQLSTATE 57014). */
  statement: number;
  /** Waiting for one lock that another transaction holds (`lock_timeout`, SQLSTATE 55P03). */
  lock: number;
  /** A transaction in which nothing is asked: its connection is closed (`idle_in_transaction_session_timeout`). */
  idleInTransaction: number;
}

const SECOND = 1000;
const LONGEST_WAIT_OF_A_READER = 3 * SECOND;

/** Where somebody waits for the answer; a lock is given up sooner than a statement, since others wait behind it. */
export const webLimits = (statementSeconds: number): TimeLimits => ({
  statement: statementSeconds * SECOND,
  lock: Math.min(LONGEST_WAIT_OF_A_READER, statementSeconds * SECOND),
  idleInTransaction: 30 * SECOND,
});

/** Where nobody waits: a job is taken for failed after five minutes, so no statement of it goes on longer. */
export const jobLimits: TimeLimits = {
  statement: 300 * SECOND,
  lock: 30 * SECOND,
  idleInTransaction: 300 * SECOND,
};

/** A migration may take its time, but must not stop everybody who queues behind a lock that it waits for. */
export const migrationLimits: TimeLimits = { statement: 0, lock: 5 * SECOND, idleInTransaction: 0 };

/** The limits as one statement; `local` for the open transaction alone. */
export function setLimits(limits: TimeLimits, local: boolean): string {
  const settings = {
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
  };
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', '${value}', ${local}) AS ${name}`,
  );
  return `SELECT ${calls.join(', ')}`;
}

/**
 * The limits that hold on the connections of a pool. Behind a pooler that hands a connection on after each transaction
 * (PgBouncer) a setting would reach other clients, so that there it is made within each transaction instead. Such a
 * pooler is known by the backend's number: it tells one of its own when a connection begins.
 */
export class SessionLimits {
  private pooled = false;

  constructor(private readonly limits: TimeLimits) {}

  /** Sets the limits on a new connection. */
  async applyTo(client: Client): Promise<void> {
    const { processID } = client as Client & { processID: number };
    const { rowCount } = await client.query(
      // Compiling a plan takes longer than what is asked here ever does.
      `${setLimits(this.limits, false)}, set_config('jit', 'off', false) AS jit WHERE pg_backend_pid() = ${Number(processID)}`,
    );
    this.pooled = rowCount === 0;
  }

  /** Whether a pooler stands between, which gives each transaction another connection. */
  get isPooled(): boolean {
    return this.pooled;
  }

  /** What a transaction has to set for these limits to hold in it: nothing where its connection has them. */
  settingFor(wanted: TimeLimits = this.limits): string | null {
    return this.pooled || wanted !== this.limits ? setLimits(wanted, true) : null;
  }
}
