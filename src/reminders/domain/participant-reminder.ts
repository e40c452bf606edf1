import { addDays, dateOfDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasClosed, knownBefore, workingDayUpTo, workingMoment } from '../../platform/text/working-hours.js';
import { learningDays, type LearningDay } from './learning-days.js';

/** How a unit's participants are reminded. */
export interface ReminderSetting {
  /** In the morning, this many calendar days before the visit's day. */
  daysBefore: readonly number[];
  /** With the agenda, in the evening of the last working day before. */
  eveningBefore: boolean;
}

/** What a unit has set. */
export interface UnitReminderSetting extends ReminderSetting {
  /** On which days after a visit the leader of its party is asked what is done of what was learned; none for never. */
  learningDays: readonly LearningDay[];
}

/** What a unit has that has set nothing. */
export const usualSetting: UnitReminderSetting = { daysBefore: [3, 1], eveningBefore: true, learningDays };

/** Somebody who takes part, as far as the rule looks. */
export interface RemindedTime {
  startsAt: Date;
  /** The recipient's own zone. */
  zone: Zone;
  setting: ReminderSetting;
  /** Since when the recipient takes part at this time: what would have left before is not made up for. */
  knownSince: Date;
}

/** A reminder's name, part of the mail's key. */
export type ParticipantReminder = `day-${number}` | 'evening';

/**
 * The reminder that is due now, or null. One that falls on a day off leaves on the last working day before; of two
 * mornings on one day the one nearer to the visit counts, and in the evening the evening's, which tells all.
 */
export function dueParticipantReminder(
  { startsAt, zone, setting, knownSince }: RemindedTime,
  now: Date,
  isHoliday: IsHoliday,
): ParticipantReminder | null {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment || now >= startsAt) return null;
  const day = localDate(startsAt, zone);
  const leavesToday = (days: number) => workingDayUpTo(addDays(day, -days), isHoliday) === moment.today;
  if (setting.eveningBefore && moment.isEvening && leavesToday(1)) {
    return knownBefore(knownSince, moment.today, 'evening', zone) ? 'evening' : null;
  }
  const nearest = setting.daysBefore.filter(leavesToday).toSorted((a, b) => a - b)[0];
  if (nearest === undefined || !knownBefore(knownSince, moment.today, 'morning', zone)) return null;
  return `day-${nearest}`;
}

/** Hours of the local day, from 06.00 to 20.00 and on any day, in which a reminder that missed its own is still sent. */
const [LATE_FROM, LATE_UNTIL] = [6 * 60, 20 * 60];

/**
 * The last reminder before a visit when its own hours went by, be it that no server ran: it leaves at the next sensible
 * hour before the visit's start; whether it had left already, its mail tells. Earlier ones are not made up for.
 */
export function lateParticipantReminder(
  { startsAt, zone, setting, knownSince }: RemindedTime,
  now: Date,
  isHoliday: IsHoliday,
): ParticipantReminder | null {
  const nearest = [...setting.daysBefore].sort((a, b) => a - b)[0];
  const days = setting.eveningBefore ? 1 : nearest;
  const { day, minute } = localDayAndMinute(now, zone);
  if (days === undefined || now >= startsAt || minute < LATE_FROM || minute >= LATE_UNTIL) return null;
  const date = workingDayUpTo(addDays(localDate(startsAt, zone), -days), isHoliday);
  const part = setting.eveningBefore ? 'evening' : 'morning';
  if (!hasClosed(date, { date: dateOfDay(day), minute }) || !knownBefore(knownSince, date, part, zone))
    return null;
  return setting.eveningBefore ? 'evening' : `day-${days}`;
}
