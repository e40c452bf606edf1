import { sameHours } from '../../platform/text/day-hours.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateOfDay,
  dayNumber,
  localDayAndMinute,
  weekdayOfDay,
} from '../../platform/text/calendar-dates.js';
import { freeWindows } from './availability.js';
import { displacedVisits, type AgreedVisit } from './displaced-visits.js';
import type { Hosting } from './hosting-hours.js';
import type { HostingPeriod } from './hosting-period.js';
import { defaultPolicy, type HostingWindow } from './hosting-policy.js';
import { checkRequest } from './hosting-request.js';
import { plainRule, type KindRule } from './kind-rules.js';
import { visitKinds, type VisitKind } from './visit-kinds.js';

const timeZone = 'Asia/Makassar' as const;
const first = '2025-10-27';
const DAYS = 14;
const now = new Date('2025-10-20T10:00:00+08:00');
/** Minutes from the first midnight. */
const at = (minute: number): Date => new Date(Date.parse(`${first}T00:00:00+08:00`) + minute * 60_000);

const window = (weekday: number): fc.Arbitrary<HostingWindow[]> =>
  fc.uniqueArray(fc.integer({ min: 14, max: 36 }), { minLength: 0, maxLength: 4 }).map((marks) => {
    const halves = marks.sort((a, b) => a - b).map((mark) => mark * 30);
    return halves.flatMap((endsMinute, index) =>
      index % 2 === 1 ? [{ weekday, startsMinute: halves[index - 1] ?? 0, endsMinute }] : [],
    );
  });
const week = fc.tuple(...[1, 2, 3, 4, 5, 6, 7].map(window)).map((all) => all.flat());
const date = fc.integer({ min: -2, max: DAYS + 2 }).map((days) => addDays(first, days));

/** Periods of one scope, none of which overlap: cut from sorted dates. */
const periodsOf = (national: boolean): fc.Arbitrary<HostingPeriod[]> =>
  fc
    .tuple(
      fc.uniqueArray(date, { maxLength: 6 }),
      fc.array(fc.tuple(fc.boolean(), week), { minLength: 3, maxLength: 3 }),
    )
    .map(([dates, says]) => {
      const marks = dates.sort();
      return says.flatMap(([closed, windows], index): HostingPeriod[] => {
        const [from, until] = [marks[index * 2], marks[index * 2 + 1]];
        if (from === undefined || until === undefined) return [];
        const id = `${national ? 'n' : 'u'}${index}`;
        return [{ id, national, name: id, from, until, closed, windows: closed ? [] : windows }];
      });
    });

const orNull = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }), { freq: 1 });
const kindRule = (kind: VisitKind): fc.Arbitrary<KindRule> =>
  fc
    .record({
      receives: fc.boolean(),
      largestParty: orNull(1, 20),
      shortestNoticeDays: orNull(0, 9),
      longestNoticeDays: orNull(9, 30),
      shortestMinutes: orNull(15, 90),
      longestMinutes: orNull(90, 400),
      windows: fc.oneof(fc.constant([]), week),
    })
    .map((rule) => ({ ...plainRule(kind), ...rule }));

const hosts: fc.Arbitrary<Hosting> = fc
  .record({
    open: fc.boolean(),
    largestParty: orNull(1, 20),
    capacity: fc.integer({ min: 1, max: 3 }),
    windows: week,
    closed: fc.uniqueArray(date, { maxLength: 2 }),
    holidays: fc.uniqueArray(date, { maxLength: 2 }),
    own: periodsOf(false),
    national: periodsOf(true),
    kinds: fc.tuple(...visitKinds.map((kind) => kindRule(kind))),
    some: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ own, national, closed, holidays, kinds, some, ...policy }) => ({
    policy: { ...defaultPolicy, ...policy, open: policy.open || some > 0 },
    closedDays: closed.map((each) => ({ date: each, reason: 'Tutup' })),
    holidays: holidays.map((each) => ({ date: each, name: 'Libur' })),
    periods: [...national, ...own],
    kinds: kinds.slice(0, some),
  }));

/** Whether a minute of a day lies in the host's hours for a kind, told anew from what the rules say in words. */
function isReceived(host: Hosting, kind: VisitKind, day: number, minute: number): boolean {
  const [on, weekday] = [dateOfDay(day), weekdayOfDay(day)];
  const inside = (windows: readonly HostingWindow[]) =>
    windows.some(
      (each) => each.weekday === weekday && each.startsMinute <= minute && minute < each.endsMinute,
    );
  if ([...host.closedDays, ...host.holidays].some((each) => each.date === on)) return false;
  const holding = host.periods.filter(({ from, until }) => from <= on && on <= until);
  const period = holding.find(({ national }) => !national) ?? holding[0];
  const receivesThen = host.policy.windows.some((each) => each.weekday === weekday);
  if (period?.closed || (period?.national && !receivesThen)) return false;
  const own = host.kinds.find((each) => each.kind === kind)?.windows ?? [];
  return inside(period ? period.windows : host.policy.windows) && (own.length === 0 || inside(own));
}

const request = fc.record({
  kind: fc.constantFrom(...visitKinds),
  day: fc.integer({ min: 0, max: DAYS - 1 }),
  start: fc.integer({ min: 14, max: 35 }),
  halves: fc.integer({ min: 1, max: 14 }),
  party: fc.integer({ min: 1, max: 20 }),
});

describe('for any rules and dates', () => {
  test('free windows lie in the windows of the date, and are asked for with leave', () => {
    let offered = 0;
    fc.assert(
      fc.property(hosts, request, (host, { kind, party, halves }) => {
        const search = { from: at(0), to: at(DAYS * 1440), minutes: halves * 30, party, kind, now };
        for (const { startsAt, endsAt, overBreak } of freeWindows({
          ...host,
          ...search,
          busy: [],
          timeZone,
        })) {
          offered += 1;
          const { day, minute } = localDayAndMinute(startsAt, timeZone);
          const length = (endsAt.getTime() - startsAt.getTime()) / 60_000;
          const inside = Array.from({ length }, (_, index) => isReceived(host, kind, day, minute + index));
          expect([inside[0], inside.at(-1)]).toEqual([true, true]);
          expect(inside.every(Boolean)).toBe(!overBreak);
          const until = new Date(startsAt.getTime() + search.minutes * 60_000);
          expect(checkRequest({ ...sameHours(startsAt, until), party, kind, now, timeZone }, host)).toEqual(
            [],
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(offered).toBeGreaterThan(200);
  });

  test('a request that the rules allow begins and ends in the windows of its date, and one that begins or ends elsewhere is refused', () => {
    const seen = { allowed: 0, outside: 0 };
    fc.assert(
      fc.property(hosts, request, (host, { kind, day, start, halves, party }) => {
        const [begin, end] = [start * 30, start * 30 + halves * 30];
        if (end > 1440) return;
        const asked = sameHours(at(day * 1440 + begin), at(day * 1440 + end));
        const faults = checkRequest({ ...asked, party, kind, now, timeZone }, host);
        const on = dayNumber(first) + day;
        const isInside = isReceived(host, kind, on, begin) && isReceived(host, kind, on, end - 1);
        const isRefused = faults.some(({ code }) => ['host-not-open', 'kind-not-received'].includes(code));
        const isOutside = faults.some(({ code }) => ['host-closed', 'outside-hosting-hours'].includes(code));
        expect(isRefused || isOutside === !isInside).toBe(true);
        if (faults.length === 0) seen.allowed += 1;
        if (isOutside) seen.outside += 1;
      }),
      { numRuns: 2000 },
    );
    expect(seen.allowed).toBeGreaterThan(40);
    expect(seen.outside).toBeGreaterThan(200);
  });

  test('a change of rules displaces exactly the visits that fitted before in something and no longer do', () => {
    let told = 0;
    fc.assert(
      fc.property(hosts, hosts, fc.array(request, { maxLength: 5 }), (before, after, requests) => {
        const visits = requests.map(({ kind, day, start, halves, party }, index): AgreedVisit => {
          const begin = day * 1440 + start * 30;
          const time = sameHours(at(begin), at(Math.min(begin + halves * 30, (day + 1) * 1440)));
          return { ...bare, ...time, id: String(index), place: 1, kind, partyCount: party };
        });
        const displaced = displacedVisits(visits, before, after).map(({ id }) => id);
        const expected = visits.filter((visit) =>
          [...against(after, visit)].some((fault) => !against(before, visit).has(fault)),
        );
        expect(displaced).toEqual(expected.map(({ id }) => id));
        expect(displacedVisits(visits, after, after)).toEqual([]);
        told += displaced.length;
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

const bare = {
  reference: 'ST-1',
  title: 'Kebun',
  guestUnitName: 'Bapas',
  hostUnit: 'rutan',
  hostUnitName: 'Rutan',
  timeZone,
  agreedParty: null,
  programs: [],
};

/** What a host's rules have against an agreed visit, told anew. */
function against(host: Hosting, { kind, startsAt, endsAt, partyCount }: AgreedVisit): Set<string> {
  if (!host.policy.open) return new Set(['open', ...tooMany(host, kind, partyCount)]);
  const rule = host.kinds.find((each) => each.kind === kind);
  const faults = new Set(tooMany(host, kind, partyCount));
  if (rule && !rule.receives) return faults.add('kind');
  const length = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (length < (rule?.shortestMinutes ?? 0)) faults.add('short');
  if (length > (rule?.longestMinutes ?? Infinity)) faults.add('long');
  const { day, minute } = localDayAndMinute(startsAt, timeZone);
  const on = dateOfDay(day);
  const holding = host.periods.filter(({ from, until }) => from <= on && on <= until);
  const closes = (holding.find(({ national }) => !national) ?? holding[0])?.closed ?? false;
  if (closes || [...host.closedDays, ...host.holidays].some((each) => each.date === on)) {
    return faults.add('closed');
  }
  const isInside = isReceived(host, kind, day, minute) && isReceived(host, kind, day, minute + length - 1);
  return isInside ? faults : faults.add('hours');
}

function tooMany({ policy, kinds }: Hosting, kind: VisitKind, party: number): string[] {
  const most = kinds.find((each) => each.kind === kind)?.largestParty ?? policy.largestParty;
  return most !== null && party > most ? ['party'] : [];
}
