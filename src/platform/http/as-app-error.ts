import { HttpException } from '@nestjs/common';
import { brokenConstraint, outageOf, type Outage } from '../database/postgres-errors.js';
import { AppError } from '../errors/app-error.js';
import type { ProblemCatalog } from '../errors/problem-catalog.js';
import { RequestError } from './request-error.js';
import type { HttpErrorCode } from './problems.js';

const codeByStatus: Readonly<Record<number, HttpErrorCode>> = {
  400: 'malformed-request',
  401: 'sign-in-required',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  406: 'malformed-request',
  409: 'conflict',
  411: 'malformed-request',
  413: 'body-too-large',
  414: 'malformed-request',
  415: 'unsupported-media-type',
  422: 'validation-failed',
  429: 'too-many-requests',
};

const codeByOutage: Readonly<Record<Outage, HttpErrorCode>> = {
  busy: 'database-busy',
  away: 'database-away',
};

/** Turns whatever was thrown into an error with a code; null for what nobody foresaw. */
export function asAppError(thrown: unknown, catalog: ProblemCatalog): AppError | null {
  if (thrown instanceof AppError) return thrown;
  const constraint = brokenConstraint(thrown);
  if (constraint) return ofConstraint(constraint, catalog);
  const outage = outageOf(thrown);
  if (outage) return new RequestError(codeByOutage[outage]);
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const code = status === undefined ? undefined : codeByStatus[status];
  return code ? new RequestError(code) : null;
}

function ofConstraint(constraint: string, catalog: ProblemCatalog): AppError | null {
  const code = catalog.codeOfConstraint(constraint);
  return code ? new AppError(code) : null;
}

/** Fastify marks what it refuses (a broken body, one too large) with a status code. */
function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
