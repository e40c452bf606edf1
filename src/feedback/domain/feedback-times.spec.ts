import { describe, expect, test } from '@jest/globals';
import { openUntil, reminderDue, resultsDue } from './feedback-times.js';

const none = () => false;
const wib = 'Asia/Jakarta';
// Thursday 30 October 2025, 13.00 WIB.
const asked = new Date('2025-10-30T06:00:00Z');

test('a form is open for thirty days', () => {
  expect(openUntil(asked)).toEqual(new Date('2025-11-29T06:00:00Z'));
});

describe('the reminder', () => {
  test.each([
    ['2025-11-03T03:00:00Z', false],
    ['2025-11-04T00:59:00Z', false],
    ['2025-11-04T01:00:00Z', true],
    ['2025-11-08T03:00:00Z', false],
    ['2025-11-10T03:00:00Z', true],
  ])('at %s is due: %s', (now, expected) => {
    expect(reminderDue(asked, new Date(now), wib, none)).toBe(expected);
  });

  test('waits a day more for a holiday, and follows the own zone', () => {
    const isHoliday = (date: string) => date === '2025-11-03';
    expect(reminderDue(asked, new Date('2025-11-04T03:00:00Z'), wib, isHoliday)).toBe(false);
    expect(reminderDue(asked, new Date('2025-11-05T03:00:00Z'), wib, isHoliday)).toBe(true);
    expect(reminderDue(asked, new Date('2025-11-03T23:10:00Z'), 'Asia/Jayapura', none)).toBe(true);
  });
});

describe('the results', () => {
  const endsAt = new Date('2025-10-30T05:00:00Z');
  const progress = { endsAt, openUntil: openUntil(asked), unasked: 0, asked: 4, answered: 3, shown: 3 };
  const closed = openUntil(asked);
  const [soon, late] = [new Date('2025-10-31T05:00:00Z'), new Date('2025-11-06T05:00:00Z')];
  test.each([
    [{}, soon, false],
    [{}, late, true],
    [{ answered: 4 }, soon, true],
    [{ answered: 4, unasked: 1 }, soon, false],
    [{ answered: 4, unasked: 1 }, late, true],
    [{ answered: 0, asked: 0, shown: 0 }, late, false],
    [{ answered: 2, shown: 0 }, late, false],
    [{ answered: 2, shown: 0 }, closed, true],
    [{ answered: 0, shown: 0 }, closed, false],
  ])('%j at %s are told: %s', (given, now, expected) => {
    expect(resultsDue({ ...progress, ...given }, now)).toBe(expected);
  });
});
