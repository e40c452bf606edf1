import { addDays } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import { knownBefore, workingDayUpTo, workingMoment } from '../../platform/text/working-hours.js';

/** How a unit's participants are reminded. */
export interface ReminderSetting {
  /** In the morning, this many calendar days before the visit's day. */
  daysBefore: readonly number[];
  /** With the agenda, in the evening of the last working day before. */
  eveningBefore: boolean;
}

/** What a unit has that has set nothing. */
export const usualSetting: ReminderSetting = { daysBefore: [3, 1], eveningBefore: true };

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
