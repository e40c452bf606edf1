import { localDate } from '../../platform/text/dates.js';
import { zones, type Zone } from '../../platform/text/zones.js';

/** Local hour from which the report of the month before is sent on the first day. */
const FIRST_HOUR = 7;

/** Last day of a month on which a report that could not be sent before still is. */
const LAST_DAY = 7;

/** The month `YYYY-MM` whose report is due at an instant: the one that is over, in the first week of the next. */
export function dueReportMonth(now: Date, zone: Zone): string | null {
  const [year = 0, month = 0, day = 0] = localDate(now, zone).split('-').map(Number);
  const hour = new Date(now.getTime() + zones[zone].offsetMinutes * 60_000).getUTCHours();
  if (day > LAST_DAY || (day === 1 && hour < FIRST_HOUR)) return null;
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
