import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addDays,
  dateOfDay,
  daysBetween,
  dayNumber,
  instantOnDay,
  isCalendarDate,
  isoWeekday,
  localDayAndMinute,
} from './calendar-dates.js';
import type { Zone } from './zones.js';

const dates = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2080-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyZone = fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

describe('calendar dates', () => {
  test.each(['2025-10-30', '2024-02-29', '0001-01-01', '9999-12-31'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  test.each([
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-1-1',
    '20251030',
    '2025-10-30T00:00',
    '',
    null,
    20251030,
  ])('%p does not', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  test('a date that does not exist is a RangeError', () => {
    expect(() => dayNumber('2025-02-30')).toThrow(RangeError);
  });

  test('arithmetic agrees with luxon', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const later = DateTime.fromISO(date, { zone: 'utc' }).plus({ days });
        expect(addDays(date, days)).toBe(later.toISODate());
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(isoWeekday(addDays(date, days))).toBe(later.weekday);
        expect(dateOfDay(dayNumber(date))).toBe(date);
      }),
    );
  });

  test('an instant and its local day and minute are each other’s inverse', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), anyZone, (date, minute, zone) => {
        const instant = instantOnDay(dayNumber(date), minute, zone);
        expect(localDayAndMinute(instant, zone)).toEqual({ day: dayNumber(date), minute });
        expect(DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd')).toBe(date);
      }),
    );
  });

  test('minute 1440 is the next midnight', () => {
    expect(instantOnDay(dayNumber('2025-10-30'), 1440, 'Asia/Jakarta')).toEqual(
      new Date('2025-10-30T17:00:00Z'),
    );
  });
});
