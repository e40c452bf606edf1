import { dateOfDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { dayHours, type DayTime, type Stretch } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { hostingHours, type DayHours, type Hosting } from './hosting-hours.js';
import type { HostingWindow } from './hosting-policy.js';
import { lengthFault, termsOf, type KindTerms } from './kind-rules.js';
import type { VisitKind } from './visit-kinds.js';

/** A wished time, judged against a host's policy. `startsAt` to `endsAt` is half-open. */
export interface HostingRequest extends DayTime {
  party: number;
  /** Null where any kind is meant. */
  kind: VisitKind | null;
  now: Date;
  /** The host's zone. */
  timeZone: Zone;
  /** How many days ahead it may be asked for all the same, where that is more than the host's longest notice. */
  ahead?: number;
}

/** When a visit is, and what it is, as far as its time is judged. */
export type AskedTime = DayTime & Pick<HostingRequest, 'timeZone' | 'kind'>;

export type RequestFault =
  | { code: 'host-not-open' }
  | { code: 'kind-not-received'; kind: VisitKind }
  | { code: 'shorter-than-received' | 'longer-than-received'; minutes: number; bound: number }
  | { code: 'notice-too-short'; noticeDays: number; shortestNoticeDays: number; earliestDate: string }
  | { code: 'notice-too-long'; noticeDays: number; longestNoticeDays: number; latestDate: string }
  | { code: 'party-too-large'; party: number; largestParty: number }
  | { code: 'host-closed'; date: string; reason: string; holiday: boolean }
  | { code: 'outside-hosting-hours'; date: string };

/** Longest visit that is judged day by day; a longer one is refused at the first day beyond. */
const longestVisitDays = 31;

function checkNotice(request: HostingRequest, terms: KindTerms): RequestFault[] {
  const { startsAt, now, timeZone, ahead = 0 } = request;
  const { shortestNoticeDays } = terms;
  const longestNoticeDays = Math.max(terms.longestNoticeDays, ahead);
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
  { closure, windows }: DayHours,
): RequestFault[] {
  const date = dateOfDay(day);
  if (closure) return [{ code: 'host-closed', date, ...closure }];
  const { startsMinute, endsMinute } = hours;
  const startFits = startsMinute === null || windows.some((window) => holdsStart(window, startsMinute));
  const endFits = endsMinute === null || windows.some((window) => holdsEnd(window, endsMinute));
  return windows.length > 0 && startFits && endFits ? [] : [{ code: 'outside-hosting-hours', date }];
}

/** What keeps a host from receiving anybody, or visits of a kind; null when nothing does. */
export function refusalOf(host: Hosting, kind: VisitKind | null): RequestFault | null {
  if (!host.policy.open) return { code: 'host-not-open' };
  const { receives } = termsOf(host.policy, host.kinds, kind);
  return receives || kind === null ? null : { code: 'kind-not-received', kind };
}

/** What a host's days, hours and kinds have against a time, whenever it was asked for and however large the party is. */
export function timeFaults(time: AskedTime, host: Hosting): RequestFault[] {
  const refusal = refusalOf(host, time.kind);
  return refusal ? [refusal] : [...checkLength(time, host), ...checkDays(time, host)];
}

/** Of several days the longest counts. */
function checkLength({ timeZone, kind, ...time }: AskedTime, { policy, kinds }: Hosting): RequestFault[] {
  const terms = termsOf(policy, kinds, kind);
  const lengths = dayHours(time, timeZone).map(
    ({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime(),
  );
  const minutes = Math.round(Math.max(...lengths) / 60_000);
  const code = minutes > 0 ? lengthFault(terms, minutes) : null;
  if (code === null) return [];
  const bound = (code === 'shorter-than-received' ? terms.shortestMinutes : terms.longestMinutes) ?? 0;
  return [{ code, minutes, bound }];
}

/** Judges the visit's days one by one. A visit that ends at midnight does not touch the day that begins then. */
function checkDays({ timeZone, kind, ...time }: AskedTime, host: Hosting): RequestFault[] {
  const hoursOf = hostingHours(host, kind);
  const days = dayHours(time, timeZone);
  if (days.length > 1) {
    return days.flatMap(({ startsAt, endsAt }) => {
      const { day, minute: startsMinute } = localDayAndMinute(startsAt, timeZone);
      const { minute: endsMinute } = localDayAndMinute(endsAt, timeZone);
      return checkDay(day, { startsMinute, endsMinute }, hoursOf(day));
    });
  }
  return checkStretch(time, timeZone, hoursOf);
}

/** A time of one day, or over nights. */
function checkStretch(
  { startsAt, endsAt }: Stretch,
  timeZone: Zone,
  hoursOf: (day: number) => DayHours,
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
    faults.push(...checkDay(day, { startsMinute, endsMinute }, hoursOf(day)));
  }
  return faults;
}

/**
 * What keeps a host from receiving a visit at a wished time, as codes with what a text about them needs; empty when
 * nothing does. Whether a place is still free is not looked at.
 *
 * A visit starts and ends inside windows of each of its days (`dayHours`), on the same or a later one, so a break in between
 * may be spanned; one that goes over a night starts inside a window of its first day and ends inside one of its last. Every day it touches must have windows and not be closed. What
 * the windows of a date are for the kind of visit, `hostingHours` says.
 * A host that is not open, or does not receive the kind, has that fault alone. Notice is counted in calendar days of the
 * host's zone, from the day of `now` to the day of the start. An end at or before the start lies outside hosting hours.
 */
export function checkRequest(request: HostingRequest, host: Hosting): RequestFault[] {
  const refusal = refusalOf(host, request.kind);
  if (refusal) return [refusal];
  const terms = termsOf(host.policy, host.kinds, request.kind);
  const faults = checkNotice(request, terms);
  const { party } = request;
  const { largestParty } = terms;
  if (largestParty !== null && party > largestParty) {
    faults.push({ code: 'party-too-large', party, largestParty });
  }
  return [...faults, ...checkLength(request, host), ...checkDays(request, host)];
}
