import { localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { freeStretches, type Span, type TakenStretch } from './free-stretches.js';
import { hostingHours, type Hosting } from './hosting-hours.js';
import type { HostingWindow } from './hosting-policy.js';
import { refusalOf } from './hosting-request.js';
import { lengthFault, termsOf } from './kind-rules.js';
import type { VisitKind } from './visit-kinds.js';

const minute = 60_000;
const dayLength = 1440 * minute;

/** A time that is taken, half-open: [startsAt, endsAt). */
export interface BusyTime {
  startsAt: Date;
  endsAt: Date;
  /** Which of the host's parallel places it holds; left out when it may hold any. */
  lane?: number;
  /** How many places it takes when no lane is named; 1 unless told. */
  places?: number;
}

/** A host as far as its time is concerned. */
export interface HostTime extends Hosting {
  busy: readonly BusyTime[];
  timeZone: Zone;
}

/** What is looked for: a visit of `minutes` for `party` guests, wholly inside [from, to). */
export interface WantedTime {
  from: Date;
  to: Date;
  minutes: number;
  party: number;
  /** Null where any kind is meant. */
  kind: VisitKind | null;
  now: Date;
  /** Starts are this far apart, counted from the start of each hosting window; 30 unless told. */
  stepMinutes?: number;
}

/** A free stretch on one local day. */
export interface FreeWindow {
  startsAt: Date;
  endsAt: Date;
  /** Parallel places that stay free from start to end, at least 1. */
  freePlaces: number;
  /** Whether it spans a break between hosting windows. */
  overBreak: boolean;
}

/** Windows as spans from the day's midnight, those that touch made one. */
function spansOf(windows: readonly HostingWindow[]): Span[] {
  const spans: Span[] = [];
  for (const { startsMinute, endsMinute } of windows) {
    const last = spans.at(-1);
    if (last && startsMinute * minute <= last.end) last.end = Math.max(last.end, endsMinute * minute);
    else spans.push({ start: startsMinute * minute, end: endsMinute * minute });
  }
  return spans;
}

/** The areas of a day to look in: each span, or the whole day over its breaks when no span is long enough. */
function areasOf(spans: readonly Span[], length: number): { spans: Span[]; overBreak: boolean }[] {
  const fits = spans.filter(({ start, end }) => end - start >= length);
  if (fits.length > 0) return fits.map((span) => ({ spans: [span], overBreak: false }));
  return spans.length > 1 ? [{ spans: [...spans], overBreak: true }] : [];
}

/** What is taken on each day from `first` to `last`, in local time: milliseconds from 1970-01-01 on the zone's clock. */
function takenByDay(
  busy: readonly BusyTime[],
  { first, last }: { first: number; last: number },
  offset: number,
): Map<number, TakenStretch[]> {
  const byDay = new Map<number, TakenStretch[]>();
  for (const { startsAt, endsAt, lane, places = 1 } of busy) {
    const [start, end] = [startsAt.getTime() + offset, endsAt.getTime() + offset];
    if (end <= start) continue;
    const until = Math.min(last, Math.ceil(end / dayLength) - 1);
    for (let day = Math.max(first, Math.floor(start / dayLength)); day <= until; day += 1) {
      const taken = byDay.get(day) ?? [];
      taken.push({ start, end, lane: lane ?? null, places });
      byDay.set(day, taken);
    }
  }
  return byDay;
}

function checkWanted({ minutes, stepMinutes = 30 }: WantedTime): void {
  for (const value of [minutes, stepMinutes]) {
    if (!Number.isInteger(value) || value <= 0) throw new RangeError(`Not a number of minutes: ${value}`);
  }
}

/**
 * A host's free windows for a visit, by start: the maximal stretches, at least `minutes` long, inside the hosting
 * windows of one open day within notice, in which at least one place stays free from start to end (see
 * `freeStretches` for places, and for why stretches may overlap when capacity is above 1). All bounds are half-open:
 * a visit may start the moment another one ends.
 *
 * A visit of `minutes` that starts at `startsAt`, or at any later step in the stretch from which it ends in it, is
 * free; where the stretch is not `overBreak`, `checkRequest` accepts it too. When no window of a day is as long as
 * `minutes`, the day's windows are joined over the break and flagged `overBreak`: `startsAt` is then the first
 * start that `checkRequest` accepts, later ones must not start or end in the break.
 *
 * Empty when the host does not receive the kind, its length or so large a party; visits over several days are not looked for.
 * Work grows with days × windows + busy. RangeError when `minutes` or `stepMinutes` is not a positive integer.
 */
export function freeWindows(query: HostTime & WantedTime): FreeWindow[] {
  checkWanted(query);
  const { policy, timeZone, minutes, kind, stepMinutes = 30 } = query;
  const terms = termsOf(policy, query.kinds, kind);
  if (
    refusalOf(query, kind) ||
    lengthFault(terms, minutes) ||
    query.party > (terms.largestParty ?? Infinity)
  ) {
    return [];
  }
  const offset = zones[timeZone].offsetMinutes * minute;
  const from = Math.max(query.from.getTime(), query.now.getTime()) + offset;
  const to = query.to.getTime() + offset;
  const today = localDayAndMinute(query.now, timeZone).day;
  const first = Math.max(Math.floor(from / dayLength), today + terms.shortestNoticeDays);
  const last = Math.min(Math.ceil(to / dayLength) - 1, today + terms.longestNoticeDays);
  const hoursOf = hostingHours(query, kind);
  const taken = takenByDay(query.busy, { first, last }, offset);
  const [length, step, { capacity }] = [minutes * minute, stepMinutes * minute, policy];
  const found: FreeWindow[] = [];
  for (let day = first; day <= last; day += 1) {
    const spans = spansOf(hoursOf(day).windows);
    for (const area of areasOf(spans, length)) {
      const shifted = area.spans.map(({ start, end }) => ({
        start: start + day * dayLength,
        end: end + day * dayLength,
      }));
      const search = { spans: shifted, from, to, length, step, capacity };
      for (const { start, end, places } of freeStretches(taken.get(day) ?? [], search)) {
        const [startsAt, endsAt] = [new Date(start - offset), new Date(end - offset)];
        found.push({ startsAt, endsAt, freePlaces: places, overBreak: area.overBreak });
      }
    }
  }
  return found;
}
