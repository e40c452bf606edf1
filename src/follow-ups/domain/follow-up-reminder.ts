import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { addWorkingDays, isWorkingDay, type IsHoliday } from '../../platform/text/working-days.js';
import { workingDayUpTo, workingMoment } from '../../platform/text/working-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** Calendar days from the due date on which the owner is reminded; negative ones lie before it. */
const reminderSteps = [-7, -1, 0, 3, 14] as const;

/** Calendar days that nobody is reminded of any more after the due date. */
export const LAST_REMINDER_DAYS = 30;

export interface RemindedDueDate {
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  /** Since when it is due on that day: what would have left before is not made up for. */
  knownSince: Date;
  /** The recipient's. */
  zone: Zone;
}

/**
 * The step that is due now, or null: the last one whose day has come, in working hours. One before the due date that
 * falls on a day off leaves on the last working day before, one after it on the next.
 */
export function dueFollowUpReminder(
  { dueOn, knownSince, zone }: RemindedDueDate,
  now: Date,
  isHoliday: IsHoliday,
): number | null {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment || moment.today > addDays(dueOn, LAST_REMINDER_DAYS)) return null;
  const known = localDate(knownSince, zone);
  const passed = reminderSteps.filter((step) => {
    const leaves = leavesOn(dueOn, step, isHoliday);
    return leaves <= moment.today && leaves > known;
  });
  return passed.at(-1) ?? null;
}

function leavesOn(dueOn: string, step: number, isHoliday: IsHoliday): string {
  const day = addDays(dueOn, step);
  if (step <= 0) return workingDayUpTo(day, isHoliday);
  return isWorkingDay(day, isHoliday) ? day : addWorkingDays(day, 1, isHoliday);
}
