import { AppError } from '../errors/app-error.js';
import type { HttpErrorCode } from './problems.js';

/** An error any feature may raise about the request itself. */
export class RequestError extends AppError<HttpErrorCode> {}

/** Returns the value, or refuses with 404 when there is none. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new RequestError('not-found');
  return value;
}
