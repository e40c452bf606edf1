import { describe, expect, test } from '@jest/globals';
import { expiryOf, isUseToBeNoted } from './lifetimes.js';

const from = new Date('2025-10-20T01:00:00Z');
const minutesLater = (minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

describe('lifetimes', () => {
  test.each([
    ['session', '2025-11-19T01:00:00.000Z'],
    ['invitation', '2025-11-03T01:00:00.000Z'],
    ['reset', '2025-10-20T02:00:00.000Z'],
    ['first-administrator', '2025-10-27T01:00:00.000Z'],
  ] as const)('%s ends at %s', (what, end) => {
    expect(expiryOf(what, from).toISOString()).toBe(end);
  });

  test('a use is noted the first time and then every five minutes', () => {
    expect(isUseToBeNoted(null, from)).toBe(true);
    expect(isUseToBeNoted(from, minutesLater(4.99))).toBe(false);
    expect(isUseToBeNoted(from, minutesLater(5))).toBe(true);
  });
});
