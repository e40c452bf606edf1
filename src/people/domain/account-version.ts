import { PeopleError } from './error-codes.js';

/**
 * The version after a change.
 *
 * @param seen the version that the caller saw; undefined for whatever is stored
 * @throws PeopleError `account-changed` when somebody else was faster
 */
export function nextVersion(stored: number, seen: number | undefined): number {
  if (seen !== undefined && seen !== stored) {
    throw new PeopleError('account-changed', { current: { version: stored } });
  }
  return stored + 1;
}
