import { AppError } from '../../platform/errors/app-error.js';

/** Why a result or a product is not kept. */
export type ResultErrorCode = 'result-changed' | 'result-unsound' | 'results-full';

export class ResultError extends AppError<ResultErrorCode> {}
