import { dateOfDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitErrorCode } from './error-codes.js';

/** A visit lasts no longer than this from its start to its end, in days of 24 hours. */
export const LONGEST_VISIT_DAYS = 14;

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

/** What is wrong with a time by itself, whoever asks for it; null when nothing is. */
export function timeFault(startsAt: Date, endsAt: Date): VisitErrorCode | null {
  if (!(startsAt < endsAt)) return 'ends-before-start';
  return endsAt.getTime() - startsAt.getTime() > LONGEST_VISIT_DAYS * DAY_MS ? 'visit-too-long' : null;
}

/**
 * The last local date on which a visit may begin, whoever offers it: a year beyond what the host takes requests for.
 *
 * @param longestNoticeDays of the host's policy; 0 without one
 */
export function lastBookableDate(now: Date, longestNoticeDays: number, zone: Zone): string {
  return dateOfDay(localDayAndMinute(now, zone).day + longestNoticeDays + YEAR_DAYS);
}
