import { dateOfDay, localDayAndMinute, weekdayOfDay } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ClosedDay, Holiday, HostingPolicy, HostingWindow } from './hosting-policy.js';

/** A wished time, judged against a host's policy. `startsAt` to `endsAt` is half-open. */
export interface HostingRequest {
  startsAt: Date;
  endsAt: Date;
  party: number;
  now: Date;
  /** The host's zone. */
  timeZone: Zone;
}

export type RequestFault =
  | { code: 'host-not-open' }
  | { code: 'notice-too-short'; noticeDays: number; shortestNoticeDays: number; earliestDate: string }
  | { code: 'notice-too-long'; noticeDays: number; longestNoticeDays: number; latestDate: string }
  | { code: 'party-too-large'; party: number; largestParty: number }
  | { code: 'host-closed'; date: string; reason: string; holiday: boolean }
  | { code: 'outside-hosting-hours'; date: string };

/** Longest visit that is judged day by day; a longer one is refused at the first day beyond. */
const longestVisitDays = 31;

function checkNotice({ startsAt, now, timeZone }: HostingRequest, policy: HostingPolicy): RequestFault[] {
  const { shortestNoticeDays, longestNoticeDays } = policy;
  const today = localDayAndMinute(now, timeZone).day;
  const noticeDays = localDayAndMinute(startsAt, timeZone).day - today;
  if (noticeDays < shortestNoticeDays) {
    const earliestDate = dateOfDay(today + shortestNoticeDays);
    return [{ code: 'notice-too-short', noticeDays, shortestNoticeDays, earliestDate }];
  }
  if (noticeDays > longestNoticeDays) {
    const latestDate = dateOfDay(today + longestNoticeDays);
    return [{ code: 'notice-too-long', noticeDays, longestNoticeDays, latestDate }];
  }
  return [];
}

/** Why a unit receives nobody on a date. */
interface Closure {
  reason: string;
  holiday: boolean;
}

/** Closures by date; the unit's own reason goes before the holiday's name. */
export function closures(
  closedDays: readonly ClosedDay[],
  holidays: readonly Holiday[],
): ReadonlyMap<string, Closure> {
  const byDate = new Map<string, Closure>();
  for (const { date, name } of holidays) byDate.set(date, { reason: name, holiday: true });
  for (const { date, reason } of closedDays) byDate.set(date, { reason, holiday: false });
  return byDate;
}

/** The policy's windows of one day (in days from 1970-01-01), by start. */
export function windowsOfDay(windows: readonly HostingWindow[], day: number): HostingWindow[] {
  const weekday = weekdayOfDay(day);
  return windows
    .filter((window) => window.weekday === weekday)
    .sort((a, b) => a.startsMinute - b.startsMinute);
}

/** Whether a visit may start at a minute: half-open, so not at the window's end. */
function holdsStart(window: Pick<HostingWindow, 'startsMinute' | 'endsMinute'>, minute: number): boolean {
  return minute >= window.startsMinute && minute < window.endsMinute;
}

/** Whether a visit may end at a minute: not at the window's start, and at its end at the latest. */
function holdsEnd(window: Pick<HostingWindow, 'startsMinute' | 'endsMinute'>, minute: number): boolean {
  return minute > window.startsMinute && minute <= window.endsMinute;
}

/** The faults of one local day: closed, or the visit's first start or last end lies outside the day's windows. */
function checkDay(
  day: number,
  hours: { startsMinute: number | null; endsMinute: number | null },
  windows: readonly HostingWindow[],
  closed: ReadonlyMap<string, Closure>,
): RequestFault[] {
  const date = dateOfDay(day);
  const closure = closed.get(date);
  if (closure) return [{ code: 'host-closed', date, ...closure }];
  const ofDay = windowsOfDay(windows, day);
  const { startsMinute, endsMinute } = hours;
  const startFits = startsMinute === null || ofDay.some((window) => holdsStart(window, startsMinute));
  const endFits = endsMinute === null || ofDay.some((window) => holdsEnd(window, endsMinute));
  return ofDay.length > 0 && startFits && endFits ? [] : [{ code: 'outside-hosting-hours', date }];
}

/** Judges the visit's days one by one. A visit that ends at midnight does not touch the day that begins then. */
function checkDays(
  { startsAt, endsAt, timeZone }: HostingRequest,
  policy: HostingPolicy,
  closed: ReadonlyMap<string, Closure>,
): RequestFault[] {
  const first = localDayAndMinute(startsAt, timeZone);
  const end = localDayAndMinute(endsAt, timeZone);
  const last = end.minute === 0 ? { day: end.day - 1, minute: 1440 } : end;
  if (endsAt <= startsAt) return [{ code: 'outside-hosting-hours', date: dateOfDay(first.day) }];
  const faults: RequestFault[] = [];
  for (let day = first.day; day <= last.day; day += 1) {
    if (day - first.day >= longestVisitDays) {
      return [...faults, { code: 'outside-hosting-hours', date: dateOfDay(day) }];
    }
    const startsMinute = day === first.day ? first.minute : null;
    const endsMinute = day === last.day ? last.minute : null;
    faults.push(...checkDay(day, { startsMinute, endsMinute }, policy.windows, closed));
  }
  return faults;
}

/**
 * What keeps a host from receiving a visit at a wished time, as codes with what a text about them needs; empty when
 * nothing does. Whether a place is still free is not looked at.
 *
 * A visit starts inside a window of its first day and ends inside a window of its last; on one day, the same or a
 * later window, so a break in between may be spanned. Every day it touches must have windows and not be closed.
 * A host that is not open has that fault alone. Notice is counted in calendar days of the host's zone, from the day
 * of `now` to the day of the start. An end at or before the start lies outside hosting hours.
 */
export function checkRequest(
  request: HostingRequest,
  policy: HostingPolicy,
  closedDays: readonly ClosedDay[],
  holidays: readonly Holiday[],
): RequestFault[] {
  if (!policy.open) return [{ code: 'host-not-open' }];
  const faults = checkNotice(request, policy);
  const { party } = request;
  const { largestParty } = policy;
  if (largestParty !== null && party > largestParty) {
    faults.push({ code: 'party-too-large', party, largestParty });
  }
  return [...faults, ...checkDays(request, policy, closures(closedDays, holidays))];
}
