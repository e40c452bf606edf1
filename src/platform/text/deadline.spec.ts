import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endingAt, endOfDate, isPast, lastMoment, timeLeft } from './deadline.js';
import { zoneNames } from './zones.js';

describe('What is due at the end of 7 December, WIB', () => {
  const due = endOfDate('2025-12-07', 'Asia/Jakarta');
  test.each([
    ['2025-11-29T09:00:00+07:00', '8 hari lagi'],
    ['2025-11-29T23:59:59+07:00', '8 hari lagi'],
    ['2025-12-06T00:00:00+07:00', 'besok'],
    ['2025-12-07T12:00:00+07:00', 'malam ini'],
    ['2025-12-07T23:59:59+07:00', 'malam ini'],
    ['2025-12-08T00:00:00+07:00', 'terlambat 1 hari'],
  ])('at %s is %s', (now, words) => expect(timeLeft(due, new Date(now))).toBe(words));

  test('is written by its last minute', () => {
    expect(lastMoment(due)).toBe('Minggu, 7 Desember 2025, pukul 23.59 WIB');
  });
});

test.each([
  ['2025-10-30T08:00:00+07:00', 'lewat waktunya'],
  ['2025-10-30T16:00:00+07:00', 'hari ini'],
])('at 09.00, what ends at %s is %s', (end, words) => {
  expect(timeLeft(endingAt(new Date(end), 'Asia/Jakarta'), new Date('2025-10-30T09:00:00+07:00'))).toBe(
    words,
  );
});

test('in every zone what ends at a midnight ends with the day before, and no instant after it is in time', () => {
  const day = fc.integer({ min: 11_000, max: 47_000 });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 1439 }),
      fc.constantFrom(...zoneNames),
      (date, minute, zone) => {
        const iso = new Date(date * 86_400_000).toISOString().slice(0, 10);
        const due = endOfDate(iso, zone);
        const within = new Date(due.last.getTime() - minute * 60_000);
        expect([timeLeft(due, within), isPast(due, within)]).toEqual(['malam ini', false]);
        expect(isPast(due, new Date(due.last.getTime() + 1))).toBe(true);
      },
    ),
  );
});
