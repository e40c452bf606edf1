import { AppError } from '../../platform/errors/app-error.js';

/** Why a follow-up cannot be saved. */
export type FollowUpErrorCode =
  | 'follow-up-changed'
  | 'follow-up-step-not-allowed'
  | 'evidence-needed'
  | 'drop-reason-needed'
  | 'follow-up-unit-elsewhere';

export class FollowUpError extends AppError<FollowUpErrorCode> {}
