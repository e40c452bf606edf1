import { expect, test } from '@jest/globals';
import { failuresForgottenUntil, mayTryAgain } from './sign-in-throttle.js';

test('the tenth try is let through, the eleventh is not', () => {
  expect(mayTryAgain(9)).toBe(true);
  expect(mayTryAgain(10)).toBe(false);
});

test('failures count for fifteen minutes', () => {
  expect(failuresForgottenUntil(new Date('2025-10-20T01:00:00Z'))).toEqual(new Date('2025-10-20T00:45:00Z'));
});
