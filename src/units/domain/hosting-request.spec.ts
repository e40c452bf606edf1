import { describe, expect, test } from '@jest/globals';
import { defaultPolicy, type HostingPolicy } from './hosting-policy.js';
import { checkRequest, type HostingRequest } from './hosting-request.js';

/** Times are local times of 2025 in WIB, `10-30 09:00`. */
const at = (local: string) => new Date(`2025-${local.replace(' ', 'T')}:00+07:00`);
const ask = (starts: string, ends: string, part: Partial<HostingRequest> = {}): HostingRequest => ({
  startsAt: at(starts),
  endsAt: at(ends),
  ownHours: null,
  party: 12,
  kind: null,
  now: at('10-20 10:00'),
  timeZone: 'Asia/Jakarta',
  ...part,
});
const check = (request: HostingRequest, part: Partial<HostingPolicy> = {}) =>
  checkRequest(request, { ...bare, policy: { ...defaultPolicy, ...part } });
const bare = { closedDays: [], holidays: [], periods: [], kinds: [] };
const outside = (date: string) => ({ code: 'outside-hosting-hours', date });

describe('what a host’s policy says to a request', () => {
  test.each([
    ['10-30 09:00', '10-30 12:00'],
    ['10-30 08:00', '10-30 12:00'],
    ['10-30 13:00', '10-30 16:00'],
    ['10-30 08:00', '10-30 16:00'],
    ['10-30 11:59', '10-30 13:01'],
    ['10-31 08:00', '10-31 11:30'],
    ['10-29 15:00', '10-31 09:00'],
  ])('%s to %s is fine', (starts, ends) => {
    expect(check(ask(starts, ends))).toEqual([]);
  });

  test.each([
    ['10-30 07:59', '10-30 12:00'],
    ['10-30 09:00', '10-30 12:01'],
    ['10-30 09:00', '10-30 13:00'],
    ['10-30 12:00', '10-30 14:00'],
    ['10-30 12:10', '10-30 12:50'],
    ['10-30 15:00', '10-30 16:01'],
    ['10-30 18:00', '10-30 19:00'],
    ['10-30 20:00', '10-31 00:00'],
    ['10-30 10:00', '10-30 10:00'],
    ['10-30 10:00', '10-30 09:00'],
  ])('%s to %s lies outside hosting hours', (starts, ends) => {
    expect(check(ask(starts, ends))).toEqual([outside('2025-10-30')]);
  });

  test('each day of several is judged by its hours; over a night the start of the first and the end of the last', () => {
    expect(check(ask('10-29 12:30', '10-31 12:30'))).toEqual([outside('2025-10-29'), outside('2025-10-31')]);
    expect(check(ask('10-31 08:00', '11-03 12:00'))).toEqual(
      ['2025-10-31', '2025-11-01', '2025-11-02'].map(outside),
    );
    expect(check(ask('10-28 09:00', '10-30 12:00'))).toEqual([]);
  });

  test('a visit that ends at midnight does not touch the next day', () => {
    const windows = [{ weekday: 5, startsMinute: 0, endsMinute: 1440 }];
    expect(check(ask('10-31 20:00', '11-01 00:00'), { windows })).toEqual([]);
    expect(check(ask('10-31 20:00', '11-01 00:01'), { windows })).toEqual([outside('2025-11-01')]);
  });

  test('a visit without end is refused at its 32nd day', () => {
    const windows = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }));
    const endsAt = new Date('9999-12-31T00:00:00Z');
    expect(check(ask('10-30 09:00', '10-30 12:00', { endsAt }), { windows })).toEqual([
      outside('2025-11-30'),
    ]);
  });

  test('a host that is not open has that fault alone', () => {
    expect(
      check(ask('10-30 01:00', '10-30 02:00', { party: 999 }), { open: false, largestParty: 1 }),
    ).toEqual([{ code: 'host-not-open' }]);
  });

  test('closed days and holidays, each with its reason; the own reason goes first', () => {
    const faults = checkRequest(ask('10-29 09:00', '10-31 10:00'), {
      ...bare,
      policy: defaultPolicy,
      closedDays: [
        { date: '2025-10-29', reason: 'Upacara' },
        { date: '2025-10-31', reason: 'Sertijab' },
      ],
      holidays: [
        { date: '2025-10-30', name: 'Cuti bersama' },
        { date: '2025-10-31', name: 'Libur' },
      ],
    });
    expect(faults).toEqual([
      { code: 'host-closed', date: '2025-10-29', reason: 'Upacara', holiday: false },
      { code: 'host-closed', date: '2025-10-30', reason: 'Cuti bersama', holiday: true },
      { code: 'host-closed', date: '2025-10-31', reason: 'Sertijab', holiday: false },
    ]);
  });

  test('the largest party is allowed, one more is not', () => {
    expect(check(ask('10-30 09:00', '10-30 12:00', { party: 20 }), { largestParty: 20 })).toEqual([]);
    expect(check(ask('10-30 09:00', '10-30 12:00', { party: 21 }), { largestParty: 20 })).toEqual([
      { code: 'party-too-large', party: 21, largestParty: 20 },
    ]);
  });

  test('all faults come at once', () => {
    const request = ask('10-21 06:00', '10-21 07:00', { party: 21 });
    expect(check(request, { largestParty: 20 }).map(({ code }) => code)).toEqual([
      'notice-too-short',
      'party-too-large',
      'outside-hosting-hours',
    ]);
  });
});

describe('notice, in calendar days of the host’s zone', () => {
  const on = (now: string, timeZone: HostingRequest['timeZone'], startsAt: string, part = {}) =>
    check({
      ...ask('10-30 09:00', '10-30 12:00'),
      now: new Date(now),
      timeZone,
      startsAt: new Date(startsAt),
      ...part,
    });

  test('two days before is enough at any hour, one day is not', () => {
    expect(check(ask('10-30 09:00', '10-30 12:00', { now: at('10-28 23:59') }))).toEqual([]);
    expect(check(ask('10-30 09:00', '10-30 12:00', { now: at('10-29 00:00') }))).toEqual([
      { code: 'notice-too-short', noticeDays: 1, shortestNoticeDays: 2, earliestDate: '2025-10-31' },
    ]);
  });

  test('ninety days is the longest', () => {
    expect(check(ask('10-30 09:00', '10-30 12:00', { now: at('08-01 10:00') }))).toEqual([]);
    expect(check(ask('10-30 09:00', '10-30 12:00', { now: at('07-31 23:59') }))).toEqual([
      { code: 'notice-too-long', noticeDays: 91, longestNoticeDays: 90, latestDate: '2025-10-29' },
    ]);
  });

  test('the same instant is another day further east', () => {
    const ends = { endsAt: new Date('2025-10-30T04:00:00Z') };
    expect(on('2025-10-28T15:30:00Z', 'Asia/Jakarta', '2025-10-30T02:00:00Z', ends)).toEqual([]);
    expect(on('2025-10-28T15:30:00Z', 'Asia/Makassar', '2025-10-30T02:00:00Z', ends)).toEqual([]);
    expect(
      on('2025-10-28T15:30:00Z', 'Asia/Jayapura', '2025-10-30T01:00:00Z', {
        endsAt: new Date('2025-10-30T02:00:00Z'),
      }),
    ).toMatchObject([{ code: 'notice-too-short', noticeDays: 1 }]);
  });

  test('a start in the past is too short notice', () => {
    expect(check(ask('10-16 09:00', '10-16 12:00'))).toMatchObject([
      { code: 'notice-too-short', noticeDays: -4 },
    ]);
  });
});
