import { QueryFailedError } from 'typeorm';

interface PostgresError {
  code?: string;
  constraint?: string;
}

function postgresError(error: unknown): PostgresError {
  return error instanceof QueryFailedError ? (error.driverError as PostgresError) : {};
}

const INTEGRITY_CLASS = '23';
const DATA_EXCEPTION_CLASS = '22';
const TRANSIENT = new Set(['40001', '40P01']);

/** Name of the constraint a statement broke (SQLSTATE class 23), or null. */
export function brokenConstraint(error: unknown): string | null {
  const { code, constraint } = postgresError(error);
  return code?.startsWith(INTEGRITY_CLASS) ? (constraint ?? null) : null;
}

/** Whether doing the transaction again may succeed: deadlock or serialization failure. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(postgresError(error).code ?? '');
}

/** Whether a value could not be what its column wants (SQLSTATE class 22): a bad id, a date out of range. */
export function isDataException(error: unknown): boolean {
  return postgresError(error).code?.startsWith(DATA_EXCEPTION_CLASS) ?? false;
}
