import { describe, expect, test } from '@jest/globals';
import {
  isDateInRange,
  isInstantInRange,
  storedInstant,
  writableDate,
  writableInstant,
} from './date-range.js';

describe('the range of dates', () => {
  test.each([
    ['2000-01-01', true],
    ['2100-12-31', true],
    ['1999-12-31', false],
    ['2101-01-01', false],
    ['0000-06-01', false],
    ['9999-12-31', false],
    ['2025-02-30', false],
    ['2025-2-3', false],
    [20250203, false],
    [null, false],
  ])('%p is in it: %p', (date, expected) => {
    expect(isDateInRange(date)).toBe(expected);
  });

  test.each([
    ['2025-10-30', '2025-10-30'],
    ['0000-06-01', '0001-01-01'],
    ['0044-03-15 BC', '0001-01-01'],
    ['-infinity', '0001-01-01'],
    ['infinity', '9999-12-31'],
    ['9999-12-31', '9999-12-31'],
    ['10000-01-01', '9999-12-31'],
  ])('%p is written %p', (date, shown) => {
    expect(writableDate(date)).toBe(shown);
  });

  test('what is no date stays a fault', () => {
    expect(() => writableDate('2025-02-30')).toThrow(RangeError);
  });
});

describe('the range of instants', () => {
  test.each([
    ['2000-01-01T00:00:00Z', true],
    ['2100-12-31T23:59:59.999Z', true],
    ['1999-12-31T23:59:59.999Z', false],
    ['2101-01-01T00:00:00Z', false],
    ['infinity', false],
  ])('%p is in it: %p', (instant, expected) => {
    expect(isInstantInRange(new Date(instant))).toBe(expected);
  });

  test.each([
    ['2025-10-30T02:00:00+00:00', '2025-10-30T02:00:00.000Z'],
    ['9999-12-31T23:00:00+00:00', '9999-12-31T23:00:00.000Z'],
    ['10000-01-01T22:00:00+00:00', '9999-12-31T23:59:59.000Z'],
    ['0044-03-15T09:00:00+00:00 BC', '0001-01-01T00:00:00.000Z'],
    ['infinity', '9999-12-31T23:59:59.000Z'],
    ['-infinity', '0001-01-01T00:00:00.000Z'],
  ])('%p of the database is %p', (text, shown) => {
    expect(storedInstant(text).toISOString()).toBe(shown);
  });

  test('what is no instant stays none', () => {
    expect(writableInstant(Number.NaN).getTime()).toBeNaN();
    expect(storedInstant('2025-99-99').getTime()).toBeNaN();
  });
});
