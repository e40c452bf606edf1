import { localDate } from '../../platform/text/dates.js';
import { addWorkingDays, type IsHoliday } from '../../platform/text/working-days.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import type { Zone } from '../../platform/text/zones.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const OPEN_DAYS = 30;
const REMINDED_AFTER_WORKING_DAYS = 3;
const TOLD_AFTER_DAYS = 7;

/** Until when a form that is sent now may be filled in and changed. */
export const openUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + OPEN_DAYS * DAY_MS);

/** Whether somebody who was asked and has not answered is reminded now: once, in the own working hours. */
export function reminderDue(askedAt: Date, now: Date, zone: Zone, isHoliday: IsHoliday): boolean {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment) return false;
  return moment.today >= addWorkingDays(localDate(askedAt, zone), REMINDED_AFTER_WORKING_DAYS, isHoliday);
}

/** How far the feedback of a visit has come. */
export interface FeedbackProgress {
  endsAt: Date;
  /** Those who should be asked and are not yet. */
  unasked: number;
  asked: number;
  answered: number;
  /** How many answers are shown. */
  shown: number;
  /** Until when a form can be filled in. */
  openUntil: Date;
}

/**
 * Whether the results are told now: when all have answered, or a week after the visit; while none are shown, only once
 * the forms are closed, and never when nobody has answered.
 */
export function resultsDue(progress: FeedbackProgress, now: Date): boolean {
  const { endsAt, unasked, asked, answered, shown, openUntil } = progress;
  if (answered === 0) return false;
  if (shown === 0) return now >= openUntil;
  return (unasked === 0 && answered >= asked) || now.getTime() >= endsAt.getTime() + TOLD_AFTER_DAYS * DAY_MS;
}
