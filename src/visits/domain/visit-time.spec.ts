import { describe, expect, test } from '@jest/globals';
import { lastBookableDate, timeFault } from './visit-time.js';

describe('the time of a visit', () => {
  test.each([
    ['2025-10-30T02:00:00Z', '2025-10-30T05:00:00Z', null],
    ['2025-10-30T02:00:00Z', '2025-11-13T02:00:00Z', null],
    ['2025-10-30T02:00:00Z', '2025-11-13T02:00:00.001Z', 'visit-too-long'],
    ['2025-10-30T02:00:00Z', '2099-10-30T02:00:00Z', 'visit-too-long'],
    ['2025-10-30T02:00:00Z', '2025-10-30T02:00:00Z', 'ends-before-start'],
    ['2025-10-30T02:00:00Z', '2025-10-29T02:00:00Z', 'ends-before-start'],
  ])('from %s to %s: %p', (from, to, fault) => {
    expect(timeFault(new Date(from), new Date(to))).toBe(fault);
  });

  test('lies no further ahead than the host’s longest notice and a year, by the day of the place', () => {
    const now = new Date('2025-10-19T16:00:00Z');
    expect(lastBookableDate(now, 90, 'Asia/Jakarta')).toBe('2027-01-17');
    expect(lastBookableDate(now, 90, 'Asia/Jayapura')).toBe('2027-01-18');
    expect(lastBookableDate(now, 0, 'Asia/Jakarta')).toBe('2026-10-19');
  });
});
