import { localDate } from '../../platform/text/dates.js';
import { addWorkingDays, type IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import { workingMoment } from '../../platform/text/working-hours.js';

/** Working days after a request (or a proposal) on which the side that has not answered is reminded. */
const ANSWER_STEPS = [2, 5];

/** Working days before a visit on which both units are reminded of an agenda that is missing. */
const AGENDA_STEPS = [5, 2];

/** Working days before a visit on which both units are reminded that the link of its meeting is missing. */
const LINK_STEPS = [2, 1];

/** The step that is due for a request that waits since an instant: a number of working days; null for none. */
export function dueAnswerReminder(since: Date, now: Date, zone: Zone, isHoliday: IsHoliday): number | null {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment) return null;
  const asked = localDate(since, zone);
  const passed = ANSWER_STEPS.filter((days) => addWorkingDays(asked, days, isHoliday) <= moment.today);
  return passed.at(-1) ?? null;
}

/** The step that is due for a visit without a published agenda; nothing on the day it was confirmed. */
export const dueAgendaReminder = (visit: ConfirmedVisit, now: Date, isHoliday: IsHoliday): number | null =>
  dueBefore(visit, now, isHoliday, AGENDA_STEPS);

/** The step that is due for a visit by video without the link of its meeting. */
export const dueLinkReminder = (visit: ConfirmedVisit, now: Date, isHoliday: IsHoliday): number | null =>
  dueBefore(visit, now, isHoliday, LINK_STEPS);

interface ConfirmedVisit {
  startsAt: Date;
  confirmedAt: Date;
  timeZone: Zone;
}

function dueBefore(
  { startsAt, confirmedAt, timeZone }: ConfirmedVisit,
  now: Date,
  isHoliday: IsHoliday,
  steps: readonly number[],
): number | null {
  const moment = workingMoment(now, timeZone, isHoliday);
  if (!moment || now >= startsAt || localDate(confirmedAt, timeZone) === moment.today) return null;
  const day = localDate(startsAt, timeZone);
  const passed = steps.filter((days) => addWorkingDays(day, -days, isHoliday) <= moment.today);
  return passed.at(-1) ?? null;
}
