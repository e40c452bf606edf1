import { AppError } from '../../platform/errors/app-error.js';

/** Why a follow-up cannot be saved. */
export type FollowUpErrorCode =
  | 'follow-up-changed'
  | 'follow-up-step-not-allowed'
  | 'evidence-needed'
  | 'evidence-link-wrong'
  | 'drop-reason-needed'
  | 'follow-up-unit-elsewhere'
  | 'owner-elsewhere'
  | 'postpone-reason-needed'
  | 'postpone-not-later'
  | 'practice-unknown'
  | 'comment-empty'
  | 'follow-up-file-twice'
  | 'replication-needs-done'
  | 'replication-stands'
  | 'replication-missing'
  | 'replication-incomplete'
  | 'replication-since-ahead'
  | 'withdrawal-reason-needed';

export class FollowUpError extends AppError<FollowUpErrorCode> {}
