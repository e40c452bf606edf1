import { AppError } from '../../platform/errors/app-error.js';

/** Why a series does not do what somebody asked. */
export type SeriesErrorCode =
  | 'series-kind-wrong'
  | 'series-rule-misfits'
  | 'series-too-long'
  | 'series-too-short'
  | 'series-changed'
  | 'series-step-for-nobody';

export class SeriesError extends AppError<SeriesErrorCode> {}
