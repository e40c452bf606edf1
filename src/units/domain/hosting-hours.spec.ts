import { describe, expect, test } from '@jest/globals';
import { dayNumber } from '../../platform/text/calendar-dates.js';
import { closedDates, hostingHours, type Hosting } from './hosting-hours.js';
import { checkPeriod, type HostingPeriod } from './hosting-period.js';
import { defaultPolicy } from './hosting-policy.js';
import { checkRequest } from './hosting-request.js';
import { checkKinds, plainRule } from './kind-rules.js';

const hours = (weekday: number, from: number, until: number) => ({
  weekday,
  startsMinute: from * 60,
  endsMinute: until * 60,
});
const week = (from: number, until: number) => [1, 2, 3, 4, 5, 6].map((day) => hours(day, from, until));
const host: Hosting = { policy: defaultPolicy, closedDays: [], holidays: [], periods: [], kinds: [] };
const ramadan: HostingPeriod = {
  id: 'r',
  national: true,
  name: 'Ramadan 1448 H',
  from: '2027-02-08',
  until: '2027-03-09',
  closed: false,
  windows: week(8, 14),
};
const own: HostingPeriod = {
  ...ramadan,
  id: 'o',
  national: false,
  name: 'Pekan akreditasi',
  from: '2027-02-22',
  until: '2027-02-26',
  windows: [hours(2, 10, 12)],
};
/** `8–14` by weekday's hours of a date. */
const on = (some: Partial<Hosting>, date: string, kind: 'coordination' | null = null): string =>
  hostingHours(
    { ...host, ...some },
    kind,
  )(dayNumber(date))
    .windows.map(({ startsMinute, endsMinute }) => `${startsMinute / 60}–${endsMinute / 60}`)
    .join(' ');

describe('the hours of a date', () => {
  test('are the ordinary ones before and after a period, and those of the period in it', () => {
    const some = { periods: [ramadan] };
    expect(on(some, '2027-02-05')).toBe('8–11.5 13.5–16');
    expect(on(some, '2027-02-08')).toBe('8–14');
    expect(on(some, '2027-03-09')).toBe('8–14');
    expect(on(some, '2027-03-10')).toBe('8–12 13–16');
  });

  test('a period of every unit opens no day on which the unit does not receive, its own does', () => {
    expect(on({ periods: [ramadan] }, '2027-02-13')).toBe('');
    expect(on({ periods: [{ ...ramadan, national: false }] }, '2027-02-13')).toBe('8–14');
  });

  test('the unit’s own period goes before every unit’s, whatever the order', () => {
    for (const periods of [
      [ramadan, own],
      [own, ramadan],
    ]) {
      expect(on({ periods }, '2027-02-23')).toBe('10–12');
      expect(on({ periods }, '2027-02-24')).toBe('');
      expect(on({ periods }, '2027-03-01')).toBe('8–14');
    }
  });

  test('a closing period closes with its name; an own open one opens what every unit’s closes', () => {
    const closing = { ...ramadan, closed: true, windows: [] };
    expect(closedDates({ ...host, periods: [closing] }, '2027-02-06', '2027-02-08')).toEqual([
      { date: '2027-02-08', reason: 'Ramadan 1448 H', holiday: false },
    ]);
    expect(on({ periods: [closing, own] }, '2027-02-23')).toBe('10–12');
  });

  test('closed days and holidays close within a period, the own reason first', () => {
    const some: Hosting = {
      ...host,
      periods: [own],
      closedDays: [{ date: '2027-02-23', reason: 'Apel' }],
      holidays: [
        { date: '2027-02-23', name: 'Libur' },
        { date: '2027-02-24', name: 'Cuti' },
      ],
    };
    expect(closedDates(some, '2027-02-23', '2027-02-24').map(({ reason }) => reason)).toEqual([
      'Apel',
      'Cuti',
    ]);
  });

  test('a kind with hours of its own has what of them lies in the hours of the date', () => {
    const kinds = [{ ...plainRule('coordination'), windows: [hours(1, 11, 14), hours(2, 0, 24)] }];
    expect(on({ kinds }, '2027-02-01', 'coordination')).toBe('11–12 13–14');
    expect(on({ kinds }, '2027-02-02', 'coordination')).toBe('8–12 13–16');
    expect(on({ kinds }, '2027-02-03', 'coordination')).toBe('');
    expect(on({ kinds }, '2027-02-03')).toBe('8–12 13–16');
  });
});

describe('rules for a kind of visit', () => {
  const asked = {
    startsAt: new Date('2025-10-30T09:00:00+07:00'),
    endsAt: new Date('2025-10-30T11:00:00+07:00'),
    ownHours: null,
    party: 10,
    kind: 'coordination' as const,
    now: new Date('2025-10-20T10:00:00+07:00'),
    timeZone: 'Asia/Jakarta' as const,
  };
  const check = (rule: object, kind: 'coordination' | 'study-visit' | null = 'coordination') =>
    checkRequest({ ...asked, kind }, { ...host, kinds: [{ ...plainRule('coordination'), ...rule }] });

  test.each([
    ['nothing said', {}, []],
    ['not received', { receives: false }, ['kind-not-received']],
    ['a smaller party', { largestParty: 9 }, ['party-too-large']],
    ['a longer notice', { shortestNoticeDays: 11 }, ['notice-too-short']],
    ['a notice that ends sooner', { longestNoticeDays: 9 }, ['notice-too-long']],
    ['a longer visit', { shortestMinutes: 121 }, ['shorter-than-received']],
    ['a shorter visit', { longestMinutes: 119 }, ['longer-than-received']],
    ['a visit as long as that', { shortestMinutes: 120, longestMinutes: 120 }, []],
    ['another day', { windows: [hours(3, 0, 24)] }, ['outside-hosting-hours']],
  ])('%s', (_, rule, codes) => {
    expect(check(rule).map(({ code }) => code)).toEqual(codes);
    expect(check(rule, 'study-visit')).toEqual([]);
    expect(check(rule, null)).toEqual([]);
  });

  test('say more than the policy, or less', () => {
    const policy = { ...defaultPolicy, largestParty: 5 };
    const kinds = [{ ...plainRule('coordination'), largestParty: 10 }];
    expect(checkRequest(asked, { ...host, policy, kinds })).toEqual([]);
    expect(checkRequest({ ...asked, kind: 'study-visit' }, { ...host, policy, kinds })).toHaveLength(1);
  });

  test.each([
    [{ largestParty: 0 }, 'largestParty'],
    [{ shortestMinutes: 60, longestMinutes: 30 }, 'longestMinutes'],
    [{ shortestNoticeDays: 91 }, 'shortestNoticeDays'],
    [{ longestNoticeDays: 1 }, 'longestNoticeDays'],
    [{ windows: [hours(1, 8, 10), hours(1, 9, 11)] }, 'windows'],
  ])('%j is refused at %s', (rule, field) => {
    const rules = [{ ...plainRule('coordination'), ...rule }];
    expect(checkKinds(defaultPolicy, rules).map((fault) => fault.field)).toEqual([field]);
  });
});

test.each([
  [{ until: '2027-02-07' }, ['ends-before-start']],
  [{ until: '2028-02-08' }, []],
  [{ until: '2028-02-09' }, ['too-long']],
  [{ windows: [] }, ['windows-missing']],
  [{ windows: [], closed: true }, []],
  [{ windows: [hours(8, 8, 9)] }, ['window-weekday-unknown']],
])('a period that says %j has the faults %j', (some, codes) => {
  expect(checkPeriod({ ...ramadan, ...some }).map(({ code }) => code)).toEqual(codes);
});
