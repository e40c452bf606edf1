import { localDayAndMinute } from './calendar-dates.js';
import { localDate } from './dates.js';
import { addWorkingDays, isWorkingDay, type IsHoliday } from './working-days.js';
import type { Zone } from './zones.js';

/** Minutes of the local day: reminders leave from 08.00, those of the evening before from 15.00, none after 16.30. */
const MORNING = 8 * 60;
const EVENING = 15 * 60;
const CLOSING = 16 * 60 + 30;

/** Which reminders may leave now where the recipient is; null outside of working hours. */
export interface WorkingMoment {
  /** The local calendar date, `YYYY-MM-DD`. */
  today: string;
  isEvening: boolean;
}

/** @param isHoliday of the country: offices all over it keep the same holidays */
export function workingMoment(now: Date, zone: Zone, isHoliday: IsHoliday): WorkingMoment | null {
  const today = localDate(now, zone);
  const { minute } = localDayAndMinute(now, zone);
  if (!isWorkingDay(today, isHoliday) || minute < MORNING || minute >= CLOSING) return null;
  return { today, isEvening: minute >= EVENING };
}

/** Whether something known since an instant was known before the morning, or the evening, of a local date. */
export function knownBefore(known: Date, date: string, part: 'morning' | 'evening', zone: Zone): boolean {
  const day = localDate(known, zone);
  if (day !== date) return day < date;
  return localDayAndMinute(known, zone).minute < (part === 'morning' ? MORNING : EVENING);
}

/** Whether the working hours of a local date are over at a local time. */
export const hasClosed = (date: string, at: { date: string; minute: number }): boolean =>
  at.date > date || (at.date === date && at.minute >= CLOSING);

/** The date itself when offices work on it, else the last working day before it. */
export function workingDayUpTo(date: string, isHoliday: IsHoliday): string {
  return isWorkingDay(date, isHoliday) ? date : addWorkingDays(date, -1, isHoliday);
}
