import { addDays, isoWeekday } from './calendar-dates.js';

/** Tells whether a calendar date (`YYYY-MM-DD`) is a public holiday or cuti bersama. */
export type IsHoliday = (date: string) => boolean;

/** No run of days off is this long; a table that says so is wrong and must not loop for ever. */
const longestRunOfDaysOff = 366;

/** Whether offices work on a calendar date: Monday to Friday and no holiday. */
export function isWorkingDay(date: string, isHoliday: IsHoliday): boolean {
  return isoWeekday(date) <= 5 && !isHoliday(date);
}

/**
 * The working day `days` working days after a calendar date (before it when negative); the date itself, working or
 * not, counts as day 0. RangeError for a fraction, a date that does not exist, or a year without a working day.
 */
export function addWorkingDays(date: string, days: number, isHoliday: IsHoliday): string {
  if (!Number.isSafeInteger(days)) throw new RangeError(`Not a number of days: ${days}`);
  const step = Math.sign(days);
  let current = date;
  let daysOff = 0;
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step);
    daysOff = isWorkingDay(current, isHoliday) ? 0 : daysOff + 1;
    if (daysOff === 0) left -= 1;
    if (daysOff > longestRunOfDaysOff) throw new RangeError('A whole year without a working day');
  }
  return current;
}
