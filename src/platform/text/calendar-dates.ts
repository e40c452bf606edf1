import { isCalendarDate, writableDate, writableInstant } from './date-range.js';
import { zones, type Zone } from './zones.js';

export { isCalendarDate };

const millisecondsPerDay = 86_400_000;
const millisecondsPerMinute = 60_000;

/**
 * Days from 1970-01-01 to a calendar date; one that only PostgreSQL knows (`infinity`, BC, five digits of a year)
 * counts as the nearest of four digits. RangeError when the date does not exist.
 */
export function dayNumber(date: string): number {
  return Date.parse(`${writableDate(date)}T00:00:00Z`) / millisecondsPerDay;
}

/** The calendar date a number of days from 1970-01-01; the inverse of `dayNumber`. Beyond four digits of a year, the last that has them. */
export function dateOfDay(day: number): string {
  return writableInstant(day * millisecondsPerDay)
    .toISOString()
    .slice(0, 10);
}

/** The calendar date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** The month (`YYYY-MM`) so many later (earlier when negative). */
export function addMonths(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The last date of a month (`YYYY-MM`). */
export const lastDateOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** Calendar days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO 8601 weekday, 1 Monday to 7 Sunday, of a number of days from 1970-01-01 (a Thursday). */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 weekday of a calendar date: 1 Monday to 7 Sunday. */
export function isoWeekday(date: string): number {
  return weekdayOfDay(dayNumber(date));
}

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => addDays(date, 1 - isoWeekday(date));

/** The local day of an instant, in days from 1970-01-01, and the minute of that day (0 up to 1440, with fraction). */
export function localDayAndMinute(instant: Date, zone: Zone): { day: number; minute: number } {
  const minutes = instant.getTime() / millisecondsPerMinute + zones[zone].offsetMinutes;
  const day = Math.floor(minutes / 1440);
  return { day, minute: minutes - day * 1440 };
}

/** The instant at a minute (0 to 1440) of a local day given in days from 1970-01-01. */
export function instantOnDay(day: number, minute: number, zone: Zone): Date {
  return new Date((day * 1440 + minute - zones[zone].offsetMinutes) * millisecondsPerMinute);
}
