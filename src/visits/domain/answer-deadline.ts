import { instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';

/**
 * The instant at which an unanswered request expires: the end of the local day that lies the host's shortest notice
 * before the day of the start, and the start itself at the latest. With a notice of 2 days, a visit on Thursday
 * is answered by the end of Tuesday. For a counter-proposal, `startsAt` is the proposed start.
 *
 * @param shortestNoticeDays calendar days, from 0
 * @param timeZone the host's
 */
export function answerDeadline(startsAt: Date, shortestNoticeDays: number, timeZone: Zone): Date {
  const { day } = localDayAndMinute(startsAt, timeZone);
  const endOfDay = instantOnDay(day - shortestNoticeDays + 1, 0, timeZone);
  return endOfDay < startsAt ? endOfDay : startsAt;
}
