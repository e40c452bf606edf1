import { DateTime } from 'luxon';
import { checkedUid, cleanLine, escapeText } from './clean.js';
import { newCalendar, REFRESH_SECONDS, written } from './icalendar.js';
import type { Zone } from '../../platform/text/zones.js';

/** FBTYPE (RFC 5545 section 3.2.9): taken, asked for, and days on which the unit receives nobody. */
export type BusyType = 'BUSY' | 'BUSY-TENTATIVE' | 'BUSY-UNAVAILABLE';

/** A time that is not free, half-open. */
export interface BusyPeriod {
  type: BusyType;
  startsAt: Date;
  endsAt: Date;
}

export interface BusyTimes {
  uid: string;
  name: string;
  /** What is told of, half-open; nothing outside of it is. */
  startsAt: Date;
  endsAt: Date;
  /** The last change of anything in it. */
  changedAt: Date;
  timeZone: Zone;
  periods: readonly BusyPeriod[];
}

/** A calendar month and the twelve after it, so that the bytes change with the month and not with every poll. */
export function busyWindow(now: Date, zone: Zone): { startsAt: Date; endsAt: Date } {
  const month = DateTime.fromJSDate(now, { zone }).startOf('month');
  return { startsAt: month.toJSDate(), endsAt: month.plus({ months: 13 }).toJSDate() };
}

/** A whole local day, `YYYY-MM-DD`. */
export function dayPeriod(date: string, zone: Zone): BusyPeriod {
  const day = DateTime.fromISO(date, { zone });
  return { type: 'BUSY-UNAVAILABLE', startsAt: day.toJSDate(), endsAt: day.plus({ days: 1 }).toJSDate() };
}

/**
 * The times as one VFREEBUSY (RFC 5545 section 3.6.4): no titles, no people, periods in UTC by start, those of one
 * type that touch made one. Same input, same bytes.
 * @throws {CalendarError} when the UID is unfit
 */
export function freeBusy(times: BusyTimes): string {
  const { uid, name, startsAt, endsAt, changedAt, timeZone } = times;
  const calendar = newCalendar({
    name: escapeText(cleanLine(name)),
    ttl: REFRESH_SECONDS,
    x: [['X-WR-TIMEZONE', timeZone]],
  });
  const component = [
    'BEGIN:VFREEBUSY',
    `UID:${checkedUid(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    // One property each: 66 octets at the most, so that no line folds.
    ...shownPeriods(times).map(
      (period) => `FREEBUSY;FBTYPE=${period.type}:${utc(period.startsAt)}/${utc(period.endsAt)}`,
    ),
    'END:VFREEBUSY',
  ];
  return written(calendar, component.join('\n'));
}

/** The periods within what is told of, by start, those of one type that touch made one. */
export const shownPeriods = (times: BusyTimes): BusyPeriod[] => merged(clipped(times));

/** DATE-TIME in UTC (RFC 5545 section 3.3.5). */
export const utc = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");

function clipped({ startsAt, endsAt, periods }: BusyTimes): BusyPeriod[] {
  return periods
    .filter((period) => period.startsAt < endsAt && period.endsAt > startsAt)
    .map((period) => ({
      type: period.type,
      startsAt: period.startsAt < startsAt ? startsAt : period.startsAt,
      endsAt: period.endsAt > endsAt ? endsAt : period.endsAt,
    }));
}

function merged(periods: readonly BusyPeriod[]): BusyPeriod[] {
  const byStart = (a: BusyPeriod, b: BusyPeriod) => a.startsAt.getTime() - b.startsAt.getTime();
  const lastOf = new Map<BusyType, BusyPeriod>();
  const kept: BusyPeriod[] = [];
  for (const period of periods.toSorted((a, b) => byStart(a, b) || a.type.localeCompare(b.type))) {
    const last = lastOf.get(period.type);
    if (last && period.startsAt <= last.endsAt) {
      if (period.endsAt > last.endsAt) last.endsAt = period.endsAt;
      continue;
    }
    const copy = { ...period };
    lastOf.set(period.type, copy);
    kept.push(copy);
  }
  return kept;
}
