import { AppError } from '../../platform/errors/app-error.js';

/** What can be refused about accounts, sign-in and passwords. */
export type PeopleErrorCode =
  | 'bad-credentials'
  | 'too-many-tries'
  | 'weak-password'
  | 'bad-email'
  | 'bad-phone'
  | 'email-taken'
  | 'role-place-mismatch'
  | 'own-account'
  | 'account-suspended'
  | 'account-changed'
  | 'link-not-valid'
  | 'too-many-links'
  | 'token-expired'
  | 'too-many-tokens'
  | 'token-by-token';

export class PeopleError extends AppError<PeopleErrorCode> {}
