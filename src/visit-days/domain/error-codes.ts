import { AppError } from '../../platform/errors/app-error.js';

/** Why something of the day cannot be kept. */
export type VisitDayErrorCode =
  'day-not-open' | 'entry-empty' | 'entry-taken' | 'photo-missing' | 'photo-too-large' | 'photo-unreadable';

export class VisitDayError extends AppError<VisitDayErrorCode> {}
