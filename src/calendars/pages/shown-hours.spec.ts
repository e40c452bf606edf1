import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownHours } from './browser/shown-hours.js';

const on = (start: string, end: string, endDay = '30') => ({
  start: `2025-10-30T${start}:00`,
  end: `2025-10-${endDay}T${end}:00`,
});

test.each([
  ['nothing', [], '05:00', '22:00'],
  ['a visit in usual hours', [on('09:00', '12:00')], '05:00', '22:00'],
  ['06.30 WIT to a reader in WIB', [on('04:30', '06:00')], '04:00', '22:00'],
  ['a late visit', [on('20:00', '22:15')], '05:00', '23:00'],
  ['both', [on('01:59', '03:00'), on('22:00', '23:30')], '01:00', '24:00'],
  ['a visit past midnight', [on('20:00', '01:00', '31')], '00:00', '24:00'],
])('%s', (_, stretches, from, to) => {
  expect(shownHours(stretches)).toEqual({ from, to });
});

test('every visit of one day lies within the hours that are shown', () => {
  const clock = fc.integer({ min: 0, max: 1438 });
  const words = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.array(fc.tuple(clock, clock), { minLength: 1 }), (pairs) => {
      const stretches = pairs.map(([one, other]) =>
        on(words(Math.min(one, other)), words(Math.max(one, other) + 1)),
      );
      const { from, to } = shownHours(stretches);
      for (const { start, end } of stretches) {
        expect(from <= start.slice(11, 16) && end.slice(11, 16) <= to).toBe(true);
      }
    }),
  );
});
