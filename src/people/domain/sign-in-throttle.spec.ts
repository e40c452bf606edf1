import { expect, test } from '@jest/globals';
import { failuresForgottenUntil, waitAfter, waitLeft } from './sign-in-throttle.js';

test('the wait grows from nothing to a quarter of an hour', () => {
  const waits = [0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 40, 1000].map((failures) => waitAfter(failures) / 1000);
  expect(waits).toEqual([0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
});

test('it runs from the last failure', () => {
  const last = new Date('2025-10-20T01:00:00Z');
  const after = (seconds: number) => new Date(last.getTime() + seconds * 1000);
  expect(waitLeft(6, last, after(5))).toBe(15_000);
  expect(waitLeft(6, last, after(20))).toBe(0);
  expect(waitLeft(4, last, after(0))).toBe(0);
  expect(waitLeft(0, null, last)).toBe(0);
});

test('an hour later a failure no longer counts', () => {
  expect(failuresForgottenUntil(new Date('2025-10-20T02:00:00Z'))).toEqual(new Date('2025-10-20T01:00:00Z'));
});
