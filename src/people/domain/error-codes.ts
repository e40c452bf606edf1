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
  | 'place-closed'
  | 'own-account'
  | 'account-suspended'
  | 'account-erased'
  | 'last-administrator'
  | 'account-changed'
  | 'successor-unfit'
  | 'link-not-valid'
  | 'too-many-links'
  | 'token-expired'
  | 'too-many-tokens'
  | 'token-by-token';

export class PeopleError extends AppError<PeopleErrorCode> {}

/** Nobody comes to a unit that is no more. */
export const placeClosed = (): PeopleError =>
  new PeopleError('place-closed', {}, [{ field: 'unit', message: 'sudah ditutup' }]);
