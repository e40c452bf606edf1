import { AppError } from '../../platform/errors/app-error.js';

/** Why a visit does not do what somebody asked. */
export type VisitErrorCode =
  | 'host-time-taken'
  | 'stale-version'
  | 'step-not-allowed'
  | 'reason-needed'
  | 'times-needed'
  | 'ends-before-start'
  | 'visit-too-long'
  | 'time-too-far'
  | 'host-equals-guest'
  | 'unknown-unit'
  | 'unknown-program'
  | 'time-has-passed'
  | 'period-too-long'
  | 'host-not-open'
  | 'notice-too-short'
  | 'notice-too-long'
  | 'party-too-large'
  | 'host-closed'
  | 'outside-hosting-hours'
  | 'approval-missing'
  | 'not-yet-started'
  | 'idempotency-key-reused'
  | 'participant-twice'
  | 'answer-too-late'
  | 'suggested-too-often'
  | 'file-kind-unknown'
  | 'file-twice';

/** What keeps a visit from doing what somebody asked. */
export class VisitError extends AppError<VisitErrorCode> {}
