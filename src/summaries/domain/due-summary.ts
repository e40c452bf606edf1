import { dayNumber, instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { addWorkingDays, type IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';

const workingDays = 2;

/**
 * When a summary goes out by itself: at the hour of the visit's end, two working days later. A visit that ends on
 * Thursday at 12.00 has until Monday at 12.00, unless a holiday lies between.
 *
 * @param timeZone the host's
 */
export function summaryDeadline(endsAt: Date, timeZone: Zone, isHoliday: IsHoliday): Date {
  const day = addWorkingDays(localDate(endsAt, timeZone), workingDays, isHoliday);
  return instantOnDay(dayNumber(day), localDayAndMinute(endsAt, timeZone).minute, timeZone);
}

/** No days off in a row come near to it. */
const longWaitDays = 40;

/** What ended before this instant has a deadline that went by, whatever days off came since; what ended later is judged one by one. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - longWaitDays * 86_400_000);
