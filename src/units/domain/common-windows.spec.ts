import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeWindows, type HostTime, type WantedTime } from './availability.js';
import { commonWindows, scoreWindow, windowReasons, type GuestTime } from './common-windows.js';
import { defaultPolicy } from './hosting-policy.js';

/** Times are local times of 2025 in WIB, `10-30 09:00`. */
const at = (local: string) => new Date(`2025-${local.replace(' ', 'T')}:00+07:00`);
const busy = (starts: string, ends: string) => ({ startsAt: at(starts), endsAt: at(ends) });
const host: HostTime = {
  policy: defaultPolicy,
  closedDays: [],
  holidays: [],
  periods: [],
  kinds: [],
  busy: [],
  timeZone: 'Asia/Jakarta',
};
const guest: GuestTime = { ...host, busy: [] };
const wanted: WantedTime = {
  from: at('10-30 00:00'),
  to: at('10-31 00:00'),
  minutes: 120,
  party: 12,
  kind: null,
  now: at('10-20 10:00'),
};
const local = (date: Date) =>
  new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

describe('windows free for host and guest', () => {
  test('neither’s visits are in the way, and bounds that touch are free', () => {
    const windows = commonWindows({
      ...wanted,
      host: { ...host, busy: [busy('10-30 08:00', '10-30 09:00')] },
      guest: { ...guest, busy: [busy('10-30 11:00', '10-30 14:00')] },
    });
    expect(windows.map(({ startsAt, endsAt }) => [local(startsAt), local(endsAt)])).toEqual([
      ['10-30 09:00', '10-30 11:00'],
      ['10-30 14:00', '10-30 16:00'],
    ]);
  });

  test('a guest that is away leaves none of the host’s places, and free time keeps all of them', () => {
    const windows = commonWindows({
      ...wanted,
      host: { ...host, policy: { ...defaultPolicy, capacity: 3 } },
      guest: { ...guest, busy: [busy('10-30 08:00', '10-30 12:00'), busy('10-30 11:00', '10-30 12:00')] },
    });
    expect(windows).toMatchObject([{ startsAt: at('10-30 13:00'), freePlaces: 3 }]);
  });

  test('the guest’s closed day runs from its own midnight to midnight', () => {
    const closedDays = [{ date: '2025-10-30', reason: 'Upacara' }];
    const windows = [{ weekday: 4, startsMinute: 0, endsMinute: 1440 }];
    const open = { ...host, policy: { ...defaultPolicy, windows } };
    const found = commonWindows({
      ...wanted,
      host: open,
      guest: { ...guest, closedDays, timeZone: 'Asia/Jayapura' },
    });
    expect(found.map(({ startsAt }) => local(startsAt))).toEqual(['10-30 22:00']);
  });

  test('best first: decent notice, sooner, morning, then the rest', () => {
    const windows = commonWindows({ ...wanted, from: at('10-23 00:00'), to: at('11-20 00:00'), host, guest });
    expect(windows.slice(0, 3).map(({ startsAt }) => local(startsAt))).toEqual([
      '10-27 08:00',
      '10-28 08:00',
      '10-29 08:00',
    ]);
    expect(windows[0]).toMatchObject({
      score: 74,
      reasons: ['decent-notice', 'within-two-weeks', 'within-a-month', 'morning-start', 'without-break'],
    });
    expect(windows.slice(-4).map(({ startsAt }) => local(startsAt))).toEqual([
      '10-23 08:00',
      '10-24 08:00',
      '10-23 13:00',
      '10-24 13:30',
    ]);
    expect(windows.at(-1)?.reasons).not.toContain('decent-notice');
  });

  test('more free places decide between windows that are equal otherwise', () => {
    const windows = commonWindows({
      ...wanted,
      to: at('10-31 00:00'),
      minutes: 60,
      host: {
        ...host,
        policy: { ...defaultPolicy, capacity: 2 },
        busy: [busy('10-30 10:00', '10-30 12:00')],
      },
      guest,
    });
    expect(windows.map(({ startsAt, freePlaces }) => [local(startsAt), freePlaces])).toEqual([
      ['10-30 08:00', 2],
      ['10-30 08:00', 1],
      ['10-30 13:00', 2],
    ]);
  });

  test('a score is the sum of the points of its reasons', () => {
    const day = { startsAt: at('10-30 08:00'), endsAt: at('10-30 12:00') };
    fc.assert(
      fc.property(
        fc.record({
          freePlaces: fc.integer({ min: 1, max: 4 }),
          overBreak: fc.boolean(),
          noticeDays: fc.integer({ min: 0, max: 90 }),
          startsMinute: fc.integer({ min: 0, max: 1439 }),
        }),
        (facts) => {
          const { score, reasons } = scoreWindow({ ...day, ...facts });
          const points = windowReasons
            .filter(({ code }) => reasons.includes(code))
            .map((reason) => reason.points);
          expect(score).toBe(points.reduce<number>((sum, each) => sum + each, 0));
          expect(reasons.includes('decent-notice')).toBe(facts.noticeDays >= 7);
          expect(reasons.includes('morning-start')).toBe(facts.startsMinute < 720);
          expect(reasons.includes('without-break')).toBe(!facts.overBreak);
          expect(reasons.includes('several-places-free')).toBe(facts.freePlaces > 1);
        },
      ),
    );
  });

  test('with a guest that has nothing to do, they are the host’s free windows in another order', () => {
    const span = { ...wanted, from: at('10-20 00:00'), to: at('12-20 00:00') };
    const common = commonWindows({ ...span, host, guest });
    const key = ({ startsAt }: { startsAt: Date }) => startsAt.getTime();
    expect(common.map(key).sort((a, b) => a - b)).toEqual(freeWindows({ ...span, ...host }).map(key));
    expect(common.map(({ score }) => score)).toEqual(common.map(({ score }) => score).sort((a, b) => b - a));
  });
});
