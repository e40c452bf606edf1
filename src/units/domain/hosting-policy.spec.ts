import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPolicy, defaultPolicy, defaultWindows, type HostingWindow } from './hosting-policy.js';

const window = (weekday: number, startsMinute: number, endsMinute: number): HostingWindow => ({
  weekday,
  startsMinute,
  endsMinute,
});

describe('hosting policy', () => {
  test('the default is sound and covers Monday to Friday', () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
    expect(defaultWindows).toHaveLength(10);
    expect(defaultWindows.filter(({ weekday }) => weekday === 5)).toEqual([
      window(5, 480, 690),
      window(5, 810, 960),
    ]);
  });

  test.each([
    [{ capacity: 0 }, 'capacity-out-of-range'],
    [{ capacity: 1.5 }, 'capacity-out-of-range'],
    [{ capacity: 51 }, 'capacity-out-of-range'],
    [{ capacity: Number.NaN }, 'capacity-out-of-range'],
    [{ largestParty: 0 }, 'largest-party-out-of-range'],
    [{ shortestNoticeDays: -1 }, 'shortest-notice-out-of-range'],
    [{ longestNoticeDays: 731 }, 'longest-notice-out-of-range'],
    [{ shortestNoticeDays: 30, longestNoticeDays: 29 }, 'longest-notice-below-shortest'],
    [{ windows: [] }, 'windows-missing'],
  ])('%j is %s', (part, code) => {
    expect(checkPolicy({ ...defaultPolicy, ...part })).toEqual([{ code }]);
  });

  test('the same notice at both ends, and a closed unit without windows, are sound', () => {
    expect(checkPolicy({ ...defaultPolicy, shortestNoticeDays: 7, longestNoticeDays: 7 })).toEqual([]);
    expect(checkPolicy({ ...defaultPolicy, open: false, windows: [] })).toEqual([]);
  });

  test('windows name the one at fault', () => {
    const windows = [window(1, 480, 720), window(0, 480, 720), window(2, 720, 720), window(3, 480, 1441)];
    expect(checkPolicy({ ...defaultPolicy, windows })).toEqual([
      { code: 'window-weekday-unknown', index: 1 },
      { code: 'window-hours-out-of-order', index: 2 },
      { code: 'window-hours-out-of-order', index: 3 },
    ]);
  });

  test('windows that touch are sound, windows of other weekdays never overlap', () => {
    const windows = [window(1, 720, 960), window(1, 480, 720), window(2, 500, 800)];
    expect(checkPolicy({ ...defaultPolicy, windows })).toEqual([]);
  });

  test('a window that overlaps an earlier one is found behind a shorter one too', () => {
    const windows = [window(1, 480, 960), window(1, 490, 500), window(1, 900, 1000)];
    expect(checkPolicy({ ...defaultPolicy, windows })).toEqual([
      { code: 'windows-overlap', index: 1 },
      { code: 'windows-overlap', index: 2 },
    ]);
  });

  test('overlaps are found exactly when two windows share a minute', () => {
    const windows = fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 1, max: 6 }),
        )
        .map(([weekday, start, length]) => window(weekday, start, start + length)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(windows, (list) => {
        const minutes = list.flatMap((each) =>
          Array.from(
            { length: each.endsMinute - each.startsMinute },
            (_, at) => `${each.weekday}:${each.startsMinute + at}`,
          ),
        );
        const overlap = new Set(minutes).size < minutes.length;
        expect(checkPolicy({ ...defaultPolicy, windows: list }).length > 0).toBe(overlap);
      }),
    );
  });
});
