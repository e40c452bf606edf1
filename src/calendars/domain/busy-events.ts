import { DateTime } from 'luxon';
import { checkedUid, cleanLine, escapeText } from './clean.js';
import { shownPeriods, utc, type BusyPeriod, type BusyTimes, type BusyType } from './free-busy.js';
import { newCalendar, REFRESH_SECONDS, written } from './icalendar.js';
import type { Zone } from '../../platform/text/zones.js';
import { vtimezone } from './zones.js';

const summaries = {
  BUSY: 'Terisi',
  'BUSY-TENTATIVE': 'Terisi (belum pasti)',
  'BUSY-UNAVAILABLE': 'Tutup',
} as const satisfies Record<BusyType, string>;

/**
 * The times as events that take time, for programs that show no VFREEBUSY: no more is told than by `freeBusy`. Closed
 * days are whole days of the unit. Same input, same bytes.
 * @throws {CalendarError} when the UID is unfit
 */
export function busyEvents(times: BusyTimes): string {
  const { uid, name, changedAt, timeZone } = times;
  const calendar = newCalendar({
    name: escapeText(cleanLine(name)),
    ttl: REFRESH_SECONDS,
    x: [['X-WR-TIMEZONE', timeZone]],
  });
  const lines = shownPeriods(times).flatMap((period) => [
    'BEGIN:VEVENT',
    // The one UID for a period that stays, however often it is read.
    `UID:${checkedUid(`${uid}-${utc(period.startsAt)}-${period.type}`)}`,
    `DTSTAMP:${utc(changedAt)}`,
    ...limits(period, timeZone),
    `SUMMARY:${summaries[period.type]}`,
    `STATUS:${period.type === 'BUSY-TENTATIVE' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]);
  return written(calendar, lines.length > 0 ? lines.join('\n') : vtimezone(timeZone));
}

/** DTEND is exclusive, of whole days too. */
function limits({ type, startsAt, endsAt }: BusyPeriod, zone: Zone): string[] {
  if (type !== 'BUSY-UNAVAILABLE') return [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`];
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyyMMdd');
  return [`DTSTART;VALUE=DATE:${day(startsAt)}`, `DTEND;VALUE=DATE:${day(endsAt)}`];
}
