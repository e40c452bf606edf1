import { AppError } from '../../platform/errors/app-error.js';

/** Why somebody cannot say that they are there. */
export type CheckInErrorCode =
  | 'code-worn-out'
  | 'check-in-closed'
  | 'already-there'
  | 'officer-said-otherwise'
  | 'personal-code-unknown'
  | 'walk-in-unreachable'
  | 'walk-ins-of-one-device'
  | 'signature-unreadable'
  | 'signatures-not-taken';

export class CheckInError extends AppError<CheckInErrorCode> {}
