import { describe, expect, test } from '@jest/globals';
import { freeWindows, type HostTime, type WantedTime } from './availability.js';
import { defaultPolicy } from './hosting-policy.js';

/** Times are local times of 2025 in WIB, `10-30 09:00`. */
const at = (local: string) => new Date(`2025-${local.replace(' ', 'T')}:00+07:00`);
const busy = (starts: string, ends: string, lane?: number) => ({
  startsAt: at(starts),
  endsAt: at(ends),
  lane,
});

/** Thursday 30 October 2025 alone, asked ten days before, for two hours. */
const thursday: HostTime & WantedTime = {
  policy: defaultPolicy,
  closedDays: [],
  holidays: [],
  periods: [],
  kinds: [],
  busy: [],
  timeZone: 'Asia/Jakarta',
  from: at('10-30 00:00'),
  to: at('10-31 00:00'),
  minutes: 120,
  party: 12,
  kind: null,
  now: at('10-20 10:00'),
};
const policy = (part: Partial<typeof defaultPolicy>) => ({ policy: { ...defaultPolicy, ...part } });

/** `30 09:00–12:00 x1`, with `~` over a break, in WIB. */
function find(part: Partial<HostTime & WantedTime> = {}): string[] {
  const local = (date: Date) => new Date(date.getTime() + 7 * 3_600_000).toISOString();
  return freeWindows({ ...thursday, ...part }).map(
    ({ startsAt, endsAt, freePlaces, overBreak }) =>
      `${local(startsAt).slice(8, 16).replace('T', ' ')}–${local(endsAt).slice(11, 16)} x${freePlaces}${overBreak ? '~' : ''}`,
  );
}

describe('free windows of a host', () => {
  test('nothing taken: the hosting windows', () => {
    expect(find()).toEqual(['30 08:00–12:00 x1', '30 13:00–16:00 x1']);
  });

  test('a visit takes its time, and its bounds are free', () => {
    expect(find({ busy: [busy('10-30 10:00', '10-30 14:00')] })).toEqual([
      '30 08:00–10:00 x1',
      '30 14:00–16:00 x1',
    ]);
    expect(find({ busy: [busy('10-30 09:59', '10-30 14:01')] })).toEqual([]);
  });

  test('visits over several days, empty ones, and ones elsewhere in time', () => {
    expect(find({ busy: [busy('10-28 09:00', '10-30 13:30')] })).toEqual(['30 13:30–16:00 x1']);
    expect(
      find({ busy: [busy('10-30 10:00', '10-30 10:00'), busy('10-29 08:00', '10-30 08:00')] }),
    ).toHaveLength(2);
  });

  test('with two places, one visit leaves one', () => {
    expect(find({ ...policy({ capacity: 2 }), busy: [busy('10-30 08:00', '10-30 10:00', 1)] })).toEqual([
      '30 08:00–12:00 x1',
      '30 10:00–12:00 x2',
      '30 13:00–16:00 x2',
    ]);
  });

  test('longer than any window: the day over its break', () => {
    expect(find({ minutes: 301 })).toEqual(['30 08:00–16:00 x1~']);
    expect(find({ minutes: 480 })).toEqual(['30 08:00–16:00 x1~']);
    expect(find({ minutes: 481 })).toEqual([]);
    expect(find({ minutes: 300 })).toEqual(['30 08:30–16:00 x1~']);
    expect(find({ minutes: 270 })).toEqual(['30 09:00–16:00 x1~']);
    expect(find({ minutes: 300, busy: [busy('10-30 12:00', '10-30 13:00')] })).toEqual([]);
    expect(find({ minutes: 360, busy: [busy('10-30 15:00', '10-30 16:00')] })).toEqual([
      '30 08:00–15:00 x1~',
    ]);
  });

  test('windows that touch are one', () => {
    const windows = [
      { weekday: 4, startsMinute: 720, endsMinute: 960 },
      { weekday: 4, startsMinute: 480, endsMinute: 720 },
    ];
    expect(find({ ...policy({ windows }), minutes: 300 })).toEqual(['30 08:00–16:00 x1']);
  });

  test('steps count from the window’s start', () => {
    const windows = [{ weekday: 4, startsMinute: 490, endsMinute: 700 }];
    expect(find({ ...policy({ windows }), busy: [busy('10-30 08:20', '10-30 08:30')] })).toEqual([
      '30 08:40–11:40 x1',
    ]);
    expect(find({ ...policy({ windows }), from: at('10-30 08:11'), stepMinutes: 60 })).toEqual([
      '30 09:10–11:40 x1',
    ]);
  });

  test('closed days, holidays, weekends', () => {
    expect(find({ closedDays: [{ date: '2025-10-30', reason: 'Upacara' }] })).toEqual([]);
    expect(find({ holidays: [{ date: '2025-10-30', name: 'Libur' }] })).toEqual([]);
    expect(find({ from: at('11-01 00:00'), to: at('11-03 00:00') })).toEqual([]);
  });

  test('notice of two to ninety days, by the host’s calendar', () => {
    expect(find({ now: at('10-28 23:59') })).toHaveLength(2);
    expect(find({ now: at('10-29 00:00') })).toEqual([]);
    expect(find({ now: at('08-01 00:00') })).toHaveLength(2);
    expect(find({ now: at('07-31 23:59') })).toEqual([]);
  });

  test('without shortest notice nothing is offered in the past', () => {
    expect(find({ ...policy({ shortestNoticeDays: 0 }), now: at('10-30 09:10') })).toEqual([
      '30 09:30–12:00 x1',
      '30 13:00–16:00 x1',
    ]);
  });

  test('the period cuts windows', () => {
    expect(find({ from: at('10-30 09:00'), to: at('10-30 15:00') })).toEqual([
      '30 09:00–12:00 x1',
      '30 13:00–15:00 x1',
    ]);
    expect(find({ from: at('10-31 00:00'), to: at('10-30 00:00') })).toEqual([]);
  });

  test('a host that is not open, or too large a party', () => {
    expect(find(policy({ open: false }))).toEqual([]);
    expect(find({ ...policy({ largestParty: 11 }) })).toEqual([]);
    expect(find({ ...policy({ largestParty: 12 }) })).toHaveLength(2);
  });

  test('hours are those of the host’s zone', () => {
    const [first] = freeWindows({ ...thursday, timeZone: 'Asia/Jayapura' });
    expect(first?.startsAt).toEqual(new Date('2025-10-29T23:00:00Z'));
  });

  test('a length or step that is no positive whole number of minutes is a RangeError', () => {
    expect(() => find({ minutes: 0 })).toThrow(RangeError);
    expect(() => find({ minutes: Number.NaN })).toThrow(RangeError);
    expect(() => find({ stepMinutes: -30 })).toThrow(RangeError);
    expect(() => find({ stepMinutes: 0.5 })).toThrow(RangeError);
  });

  test('ten thousand visits over a year are looked through in well under a second', () => {
    const start = at('10-20 00:00').getTime();
    const visits = Array.from({ length: 10_000 }, (_, index) => {
      const startsAt = start + (index % 365) * 86_400_000 + (8 + (index % 7)) * 3_600_000;
      return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + 3_600_000) };
    });
    const year = { from: new Date(start), to: new Date(start + 365 * 86_400_000), busy: visits };
    const before = performance.now();
    const found = freeWindows({ ...thursday, ...year, ...policy({ capacity: 50, longestNoticeDays: 365 }) });
    expect(found.length).toBeGreaterThan(400);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
