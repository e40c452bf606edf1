import { AppError } from '../../platform/errors/app-error.js';

/** Why something of the day cannot be kept. */
export type VisitDayErrorCode =
  | 'day-not-open'
  | 'entry-empty'
  | 'entry-taken'
  | 'photo-missing'
  | 'photo-too-large'
  | 'photo-unreadable'
  | 'photos-too-many'
  | 'album-full'
  | 'album-stale'
  | 'album-photo-unknown'
  | 'photo-not-cleared'
  | 'photos-chosen-too-many'
  | 'photo-overtaken'
  | 'blur-boxes';

export class VisitDayError extends AppError<VisitDayErrorCode> {}
