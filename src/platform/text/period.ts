import { dayNumber, instantOnDay, isCalendarDate } from './calendar-dates.js';
import type { Zone } from './zones.js';

/** The beginning of a period: an instant (ISO 8601 with offset), or the first moment of a calendar date in a zone. */
export function periodStart(from: string, zone: Zone): Date {
  return isCalendarDate(from) ? instantOnDay(dayNumber(from), 0, zone) : new Date(from);
}

/** The end of a period, itself not in it: an instant, or the moment a calendar date is over in a zone. */
export function periodEnd(to: string, zone: Zone): Date {
  return isCalendarDate(to) ? instantOnDay(dayNumber(to) + 1, 0, zone) : new Date(to);
}
