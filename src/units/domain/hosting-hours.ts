import { dateOfDay, dayNumber, daysBetween, weekdayOfDay } from '../../platform/text/calendar-dates.js';
import type { HostingPeriod } from './hosting-period.js';
import type { ClosedDay, Holiday, HostingPolicy, HostingWindow } from './hosting-policy.js';
import { termsOf, type KindRule } from './kind-rules.js';
import type { VisitKind } from './visit-kinds.js';

/** When, and for whom, a unit receives guests: what it says of itself, and what differs by date and by kind of visit. */
export interface Hosting {
  policy: HostingPolicy;
  closedDays: readonly ClosedDay[];
  holidays: readonly Holiday[];
  /** The unit's own, and everybody's; those of each do not overlap. */
  periods: readonly HostingPeriod[];
  kinds: readonly KindRule[];
  /** From which date to which it is a unit; left out where it always is. */
  life?: UnitLife | undefined;
}

/** Calendar dates `[from, until)` in which there is a unit; null is open. */
export interface UnitLife {
  from: string | null;
  until: string | null;
}

/** Why a unit receives nobody on a date. */
export interface Closure {
  reason: string;
  holiday: boolean;
}

/** The hours of one date. */
export interface DayHours {
  /** Why nobody is received; null on a day like others. */
  closure: Closure | null;
  /** By start; none on a day that is closed. */
  windows: HostingWindow[];
  /** What they would be if it were not closed. */
  unclosed: HostingWindow[];
  /** The period whose hours they are; null for the ordinary ones. */
  period: HostingPeriod | null;
}

/** The windows of one weekday, by start. */
const onWeekday = (windows: readonly HostingWindow[], weekday: number): HostingWindow[] =>
  windows.filter((window) => window.weekday === weekday).sort((a, b) => a.startsMinute - b.startsMinute);

/** What of a day's windows lies in the windows of a kind; all of it where the kind has none. */
function narrowed(ofDay: HostingWindow[], kind: readonly HostingWindow[], weekday: number): HostingWindow[] {
  if (kind.length === 0) return ofDay;
  const within = onWeekday(kind, weekday);
  return ofDay.flatMap((window) =>
    within
      .map(({ startsMinute, endsMinute }) => ({
        weekday,
        startsMinute: Math.max(window.startsMinute, startsMinute),
        endsMinute: Math.min(window.endsMinute, endsMinute),
      }))
      .filter(({ startsMinute, endsMinute }) => startsMinute < endsMinute),
  );
}

/** Why there is no unit on a date. */
function absence(life: UnitLife | undefined, date: string): Closure | null {
  if (life?.from != null && date < life.from) return { reason: 'UPT ini belum dibuka', holiday: false };
  if (life?.until != null && date >= life.until) return { reason: 'UPT ini tidak ada lagi', holiday: false };
  return null;
}

/** The period of a date: the unit's own goes before everybody's. */
function periodFinder(periods: readonly HostingPeriod[]): (date: string) => HostingPeriod | null {
  const order = [...periods].sort((a, b) => Number(a.national) - Number(b.national));
  return (date) => order.find(({ from, until }) => from <= date && date <= until) ?? null;
}

/** A period's windows of a weekday, the ordinary ones of one that closes. One of the nation gives other hours to days on which a unit receives, and opens none. */
function periodWindows(period: HostingPeriod, ordinary: HostingWindow[], weekday: number): HostingWindow[] {
  if (period.closed) return ordinary;
  if (period.national && ordinary.length === 0) return [];
  return onWeekday(period.windows, weekday);
}

/**
 * The windows of a date: the one answer to when a unit receives guests, for all who ask. Outside its life there is no unit; the unit's closed days and the
 * holidays close a date, then the unit's own period, then the nation's, else its ordinary week holds; of these a kind of
 * visit has what lies in its own windows.
 *
 * @param kind null where any kind is meant
 * @returns the hours of a day, in days from 1970-01-01 (`dayNumber`)
 */
export function hostingHours(host: Hosting, kind: VisitKind | null): (day: number) => DayHours {
  const { policy, holidays, closedDays, periods, kinds, life } = host;
  const closures = new Map<string, Closure>();
  for (const { date, name } of holidays) closures.set(date, { reason: name, holiday: true });
  for (const { date, reason } of closedDays) closures.set(date, { reason, holiday: false });
  const periodOf = periodFinder(periods);
  const narrow = termsOf(policy, kinds, kind).windows;
  return (day) => {
    const [date, weekday] = [dateOfDay(day), weekdayOfDay(day)];
    const period = periodOf(date);
    const closing = period?.closed ? { reason: period.name, holiday: false } : null;
    const closure = absence(life, date) ?? closures.get(date) ?? closing;
    const ordinary = onWeekday(policy.windows, weekday);
    const ofDay = period ? periodWindows(period, ordinary, weekday) : ordinary;
    const unclosed = narrowed(ofDay, narrow, weekday);
    return { closure, windows: closure ? [] : unclosed, unclosed, period };
  };
}

/** Every day from one date to another, both included, in days from 1970-01-01. */
export const daysFrom = (from: string, to: string): number[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => dayNumber(from) + index);

/** The dates from one to another, both included, on which a unit receives nobody, with the reason. */
export function closedDates(host: Hosting, from: string, to: string): (Closure & { date: string })[] {
  const hoursOf = hostingHours(host, null);
  return daysFrom(from, to).flatMap((day) => {
    const { closure } = hoursOf(day);
    return closure ? [{ date: dateOfDay(day), ...closure }] : [];
  });
}
