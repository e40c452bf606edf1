import { AppError } from '../../platform/errors/app-error.js';

/** Why a summary cannot be saved or published. */
export type SummaryErrorCode =
  'summary-changed' | 'summary-not-open' | 'summary-empty' | 'summary-entry-missing';

export class SummaryError extends AppError<SummaryErrorCode> {}
