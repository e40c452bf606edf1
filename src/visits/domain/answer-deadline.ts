import { instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { endingAt, type Deadline } from '../../platform/text/deadline.js';
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

/** What the deadline of a visit's answer is known from. */
export interface AskedTime {
  /** The time in question: the proposed one, or the visit's own. */
  startsAt: Date;
  /** When the pending proposal was made; null without one. */
  proposedAt: Date | null;
  /** The host's. */
  shortestNoticeDays: number;
  timeZone: Zone;
}

/** Until when an answer counts. A proposal made when the host's notice had already begun is answered until its start. */
export function answerDue({ startsAt, proposedAt, shortestNoticeDays, timeZone }: AskedTime): Deadline {
  const deadline = answerDeadline(startsAt, shortestNoticeDays, timeZone);
  return endingAt(proposedAt && deadline <= proposedAt ? startsAt : deadline, timeZone);
}
