import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  freeWindows,
  type BusyTime,
  type FreeWindow,
  type HostTime,
  type WantedTime,
} from './availability.js';
import { defaultPolicy, type HostingWindow } from './hosting-policy.js';
import { checkRequest } from './hosting-request.js';

type Query = HostTime & WantedTime & { minutes: number; stepMinutes: number };

/** Monday 27 October 2025, 00.00 WIB; everything below is counted in minutes from here. */
const origin = Date.parse('2025-10-27T00:00:00+07:00');
const days = 4;
const at = (minute: number) => new Date(origin + minute * 60_000);
const minuteOf = (date: Date) => (date.getTime() - origin) / 60_000;

/** Up to five windows a weekday between 08.00 and 16.00, some of them touching. */
const windows: fc.Arbitrary<HostingWindow[]> = fc
  .tuple(...[1, 2, 3, 4].map((weekday) => windowsOn(weekday)))
  .map((byDay) => byDay.flat());

function windowsOn(weekday: number): fc.Arbitrary<HostingWindow[]> {
  const marks = fc.uniqueArray(fc.integer({ min: 48, max: 96 }), { minLength: 2, maxLength: 6 });
  return marks.map((unsorted) => {
    const minutes = unsorted.map((mark) => mark * 10).sort((a, b) => a - b);
    return minutes.slice(1).flatMap((endsMinute, index) => {
      const startsMinute = minutes[index] ?? 0;
      return index % 2 === 0 || startsMinute % 30 === 0 ? [{ weekday, startsMinute, endsMinute }] : [];
    });
  });
}

const busyTime: fc.Arbitrary<BusyTime> = fc
  .record({
    day: fc.integer({ min: 0, max: days - 1 }),
    start: fc.integer({ min: 45, max: 96 }),
    length: fc.oneof(
      { weight: 19, arbitrary: fc.integer({ min: 0, max: 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: 20, max: 300 }) },
    ),
    skew: fc.constantFrom(0, 0, 0, 1, 3),
    lane: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    places: fc.constantFrom(undefined, undefined, 2),
  })
  .map(({ day, start, length, skew, lane, places }) => {
    const from = day * 1440 + start * 10 + skew;
    return { startsAt: at(from), endsAt: at(from + length * 10), lane, places };
  });

/** Few or many: an empty calendar and a full one both have their corners. */
const busy = fc.oneof(fc.array(busyTime, { maxLength: 3 }), fc.array(busyTime, { maxLength: 12 }));

const queries: fc.Arbitrary<Query> = fc
  .record({
    windows,
    busy,
    capacity: fc.integer({ min: 1, max: 3 }),
    notice: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 8 })),
    closed: fc.uniqueArray(fc.integer({ min: 27, max: 30 }), { maxLength: 1 }),
    holidays: fc.uniqueArray(fc.integer({ min: 27, max: 30 }), { maxLength: 1 }),
    now: fc.integer({ min: -1500, max: 1000 }),
    from: fc.integer({ min: -500, max: 1500 }),
    to: fc.integer({ min: 2500, max: days * 1440 }),
    minutes: fc.constantFrom(10, 30, 45, 60, 90, 120, 180, 200, 240, 300),
    stepMinutes: fc.constantFrom(5, 15, 20, 30),
  })
  .map((some) => ({
    policy: {
      ...defaultPolicy,
      capacity: some.capacity,
      shortestNoticeDays: some.notice[0],
      longestNoticeDays: some.notice[1],
      windows: some.windows,
    },
    closedDays: some.closed.map((day) => ({ date: `2025-10-${day}`, reason: 'Tutup' })),
    holidays: some.holidays.map((day) => ({ date: `2025-10-${day}`, name: 'Libur' })),
    periods: [],
    kinds: [],
    kind: null,
    busy: some.busy,
    timeZone: 'Asia/Jakarta',
    from: at(some.from),
    to: at(some.to),
    minutes: some.minutes,
    party: 5,
    now: at(some.now),
    stepMinutes: some.stepMinutes,
  }));

/** Counts minute by minute: places that nobody uses in any minute of [start, end). */
function countPlaces({ busy: all, policy }: Query, start: number, end: number): number {
  const lanes = new Set<number>();
  let most = 0;
  for (let minute = start; minute < end; minute += 1) {
    let unnamed = 0;
    for (const { startsAt, endsAt, lane, places = 1 } of all) {
      if (minute < minuteOf(startsAt) || minute >= minuteOf(endsAt)) continue;
      if (lane === undefined) unnamed += places;
      else lanes.add(lane);
    }
    most = Math.max(most, unnamed);
  }
  return policy.capacity - lanes.size - most;
}

/** Whether each minute of a day-local stretch lies in some window of that day. */
function isInWindows({ policy }: Query, start: number, end: number): boolean {
  for (let minute = start; minute < end; minute += 1) {
    const [weekday, ofDay] = [Math.floor(minute / 1440) + 1, ((minute % 1440) + 1440) % 1440];
    const inside = policy.windows.some(
      (window) => window.weekday === weekday && ofDay >= window.startsMinute && ofDay < window.endsMinute,
    );
    if (!inside) return false;
  }
  return true;
}

function isAccepted(query: Query, start: number, end: number): boolean {
  if (at(start) < query.from || at(end) > query.to || at(start) < query.now) return false;
  const request = { ...query, startsAt: at(start), endsAt: at(end), ownHours: null };
  return checkRequest(request, query).length === 0;
}

/** The times of a day at which a visit may start: steps from the first minute of each run of minutes in windows. */
function startsOf(query: Query, day: number): number[] {
  const starts: number[] = [];
  let run = 0;
  for (let minute = day * 1440; minute < (day + 1) * 1440; minute += 1) {
    const inside = isInWindows(query, minute, minute + 1);
    if (inside && run % query.stepMinutes === 0) starts.push(minute);
    run = inside ? run + 1 : 0;
  }
  return starts;
}

/** Whether some run of minutes in windows of the day is as long as the visit. */
function hasLongWindow(query: Query, day: number): boolean {
  const first = Array.from({ length: 1440 }, (_, minute) => day * 1440 + minute);
  return first.some(
    (start) => start + query.minutes <= (day + 1) * 1440 && isInWindows(query, start, start + query.minutes),
  );
}

const holds = (window: FreeWindow, start: number, end: number) =>
  minuteOf(window.startsAt) <= start && minuteOf(window.endsAt) >= end;

describe('free windows against a minute-by-minute count', () => {
  test('nothing is offered that is taken, outside windows, closed, or out of notice', () => {
    const offered = { plain: 0, overBreak: 0 };
    fc.assert(
      fc.property(queries, (query) => {
        for (const window of freeWindows(query)) {
          const [start, end] = [minuteOf(window.startsAt), minuteOf(window.endsAt)];
          offered[window.overBreak ? 'overBreak' : 'plain'] += 1;
          expect(countPlaces(query, start, end)).toBe(window.freePlaces);
          expect(window.freePlaces).toBeGreaterThanOrEqual(1);
          expect(end - start).toBeGreaterThanOrEqual(query.minutes);
          expect(isAccepted(query, start, end)).toBe(true);
          expect(isAccepted(query, start, start + query.minutes)).toBe(true);
          expect(isInWindows(query, start, end)).toBe(!window.overBreak);
        }
      }),
      { numRuns: 500 },
    );
    expect(offered.plain).toBeGreaterThan(200);
    expect(offered.overBreak).toBeGreaterThan(20);
  });

  test('nothing the count finds is missed, and with no fewer places', () => {
    const found = { plain: 0, overBreak: 0 };
    fc.assert(
      fc.property(queries, (query) => {
        const offered = freeWindows(query);
        for (let day = 0; day < days; day += 1) {
          const overBreak = !hasLongWindow(query, day);
          for (const start of startsOf(query, day)) {
            const end = start + query.minutes;
            if (!overBreak && !isInWindows(query, start, end)) continue;
            const places = countPlaces(query, start, end);
            if (places < 1 || !isAccepted(query, start, end)) continue;
            found[overBreak ? 'overBreak' : 'plain'] += 1;
            expect(offered.some((window) => window.freePlaces >= places && holds(window, start, end))).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(found.plain).toBeGreaterThan(200);
    expect(found.overBreak).toBeGreaterThan(5);
  });

  test('no offer lies inside another with as many places', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const offered = freeWindows(query);
        for (const window of offered) {
          const [start, end] = [minuteOf(window.startsAt), minuteOf(window.endsAt)];
          const around = offered.filter(
            (other) => other.freePlaces >= window.freePlaces && holds(other, start, end),
          );
          expect(around).toEqual([window]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
