import { QueryFailedError } from 'typeorm';

interface PostgresError {
  code?: string;
  constraint?: string;
  message?: string;
}

// The sentence of pg-pool.
const FULL_POOL = 'timeout exceeded when trying to connect';

/** No connection could be had: the pool stayed full, or the server is away, full or refuses us. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super(`No connection to the database: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'ConnectionError';
  }

  /** As the driver says it when no connection became free in time. */
  static ofFullPool(): ConnectionError {
    return new ConnectionError(new Error(FULL_POOL));
  }
}

function postgresError(error: unknown): PostgresError {
  return error instanceof QueryFailedError ? (error.driverError as PostgresError) : {};
}

const INTEGRITY_CLASS = '23';
const TRANSIENT = new Set(['40001', '40P01']);

/** Name of the constraint a statement broke (SQLSTATE class 23), or null. */
export function brokenConstraint(error: unknown): string | null {
  const { code, constraint } = postgresError(error);
  return code?.startsWith(INTEGRITY_CLASS) ? (constraint ?? null) : null;
}

/**
 * Whether doing the transaction again may succeed: deadlock, serialization failure, or a statement that was prepared before
 * a migration changed what it answers.
 */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(postgresError(error).code ?? '') || isStalePlan(postgresError(error));
}

/** Whether a prepared statement would answer otherwise than it was prepared for (SQLSTATE 0A000, a sentence of PostgreSQL). */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = (error ?? {}) as PostgresError;
  return code === '0A000' && message === 'cached plan must not change result type';
}

/** Whether a lock or a statement took longer than its limit (SQLSTATE 55P03, 57014). */
export function isTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(postgresError(error).code ?? '');
}

/** What COMMIT comes to where something of its transaction had failed, though PostgreSQL answers it without an error. */
export const failedTransaction = (): Error =>
  Object.assign(new Error('the transaction was rolled back when it should have been committed'), {
    code: '25P02',
  });

/** Whether a statement came after another of its transaction had failed (SQLSTATE 25P02). */
export function isInFailedTransaction(error: unknown): boolean {
  return postgresError(error).code === '25P02';
}

/** Whether a lock was waited for longer than the limit (SQLSTATE 55P03). */
export function isLockTimeout(error: unknown): boolean {
  return postgresError(error).code === '55P03';
}

/**
 * What keeps the database from answering, through no fault of a statement: `busy` while something holds it up that
 * ends by itself (a lock, a long statement, no free connection), `away` while it cannot be reached or not be written.
 */
export type Outage = 'busy' | 'away';

// PostgreSQL's appendix A: lock_not_available, query_canceled, too_many_connections, configuration_limit_exceeded;
// and what stays of deadlocks and serialization failures when trying again did not help.
const BUSY = new Set(['55P03', '57014', '53300', '53400', ...TRANSIENT]);
// Classes connection exception, insufficient resources, operator intervention; read_only_sql_transaction and
// idle_in_transaction_session_timeout.
const AWAY = /^(?:08|53|57P0|25006$|25P03$)/;
// What the driver says of a connection that broke: codes of the system, or a sentence without a code.
const BROKEN = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const BROKEN_TEXT =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/;

/** The outage that an error tells of, or null. */
export function outageOf(error: unknown): Outage | null {
  if (error instanceof ConnectionError)
    return outageOfDriver(error.cause as PostgresError | undefined) ?? 'away';
  return error instanceof QueryFailedError ? outageOfDriver(error.driverError as PostgresError) : null;
}

function outageOfDriver({ code = '', message = '' }: PostgresError = {}): Outage | null {
  if (BUSY.has(code) || message === FULL_POOL) return 'busy';
  return AWAY.test(code) || BROKEN.test(code) || BROKEN_TEXT.test(message) ? 'away' : null;
}
