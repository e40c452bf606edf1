import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { endOfDate, isPast } from '../../platform/text/deadline.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { workingDayUpTo, workingMoment } from '../../platform/text/working-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** Most organisations that are asked to one visit. */
export const MOST_GUESTS = 20;

/** Days in which an organisation is asked to answer unless whoever asks says otherwise. */
const USUAL_DAYS = 7;

/** When an organisation has to answer at the latest: the day before the visit, or today where that has come. */
export function lastDueOn(startsAt: Date, now: Date, zone: Zone): string {
  const [today, eve] = [localDate(now, zone), addDays(localDate(startsAt, zone), -1)];
  return eve > today ? eve : today;
}

/** The day by which an organisation answers where nobody says which. */
export function usualDueOn(startsAt: Date, now: Date, zone: Zone): string {
  const [usual, last] = [addDays(localDate(now, zone), USUAL_DAYS), lastDueOn(startsAt, now, zone)];
  return usual < last ? usual : last;
}

/** Whether a day can be the last on which an organisation answers. */
export const isDueFit = (dueOn: string, startsAt: Date, now: Date, zone: Zone): boolean =>
  dueOn >= localDate(now, zone) && dueOn <= lastDueOn(startsAt, now, zone);

/** An invitation that waits for its answer. */
export interface WaitingInvitation {
  askedAt: Date;
  dueOn: string;
  remindedAt: Date | null;
  timeZone: Zone;
}

export const hasLapsed = ({ dueOn, timeZone }: WaitingInvitation, now: Date): boolean =>
  isPast(endOfDate(dueOn, timeZone), now);

/** Whether those who were asked are reminded now: once, from the working day before the last one on. */
export function isReminderDue(
  { askedAt, dueOn, remindedAt, timeZone }: WaitingInvitation,
  now: Date,
  isHoliday: IsHoliday,
): boolean {
  const moment = workingMoment(now, timeZone, isHoliday);
  if (remindedAt !== null || !moment || moment.today > dueOn) return false;
  const from = workingDayUpTo(addDays(dueOn, -1), isHoliday);
  return moment.today >= from && localDate(askedAt, timeZone) < moment.today;
}
