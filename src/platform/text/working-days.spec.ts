import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './calendar-dates.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const none = () => false;
const on = (...dates: string[]) => dates.includes.bind(dates) as (date: string) => boolean;

describe('working days', () => {
  test('Monday to Friday, no holiday', () => {
    expect(isWorkingDay('2025-10-31', none)).toBe(true);
    expect(isWorkingDay('2025-11-01', none)).toBe(false);
    expect(isWorkingDay('2025-11-02', none)).toBe(false);
    expect(isWorkingDay('2025-12-25', on('2025-12-25'))).toBe(false);
  });

  test.each([
    ['2025-10-30', 0, '2025-10-30'],
    ['2025-10-30', 1, '2025-10-31'],
    ['2025-10-30', 2, '2025-11-03'],
    ['2025-11-01', 0, '2025-11-01'],
    ['2025-11-01', 1, '2025-11-03'],
    ['2025-11-03', -1, '2025-10-31'],
    ['2025-11-02', -2, '2025-10-30'],
  ])('%s and %i working days is %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, none)).toBe(expected);
  });

  test('holidays are passed over', () => {
    expect(addWorkingDays('2025-12-24', 2, on('2025-12-25', '2025-12-26'))).toBe('2025-12-30');
  });

  test('errors', () => {
    expect(() => addWorkingDays('2025-10-30', 1.5, none)).toThrow(RangeError);
    expect(() => addWorkingDays('2025-02-30', 1, none)).toThrow(RangeError);
    expect(() => addWorkingDays('2025-10-30', 1, () => true)).toThrow('without a working day');
  });

  test('the day reached is a working day, with exactly that many working days on the way', () => {
    const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 15 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        holidays,
        (offset, days, off) => {
          const isHoliday = on(...off.map((day) => addDays('2025-12-01', day)));
          const start = addDays('2025-12-01', offset);
          const reached = addWorkingDays(start, days, isHoliday);
          let counted = 0;
          for (let date = addDays(start, 1); date <= reached; date = addDays(date, 1)) {
            if (isWorkingDay(date, isHoliday)) counted += 1;
          }
          expect(counted).toBe(days);
          expect(isWorkingDay(reached, isHoliday)).toBe(true);
        },
      ),
    );
  });
});
