import { PeopleError } from './error-codes.js';

/**
 * The version after a change.
 *
 * @param seen the version that the caller saw; null where it takes the place of nothing that others wrote
 * @throws PeopleError `account-changed` when somebody else was faster
 */
export function nextVersion(stored: number, seen: number | null): number {
  if (seen !== null && seen !== stored) {
    throw new PeopleError('account-changed', { current: { version: stored } });
  }
  return stored + 1;
}
