import { describe, expect, test } from '@jest/globals';
import { readerTime, readerTimeLine } from './reader-time.js';

const visit = {
  startsAt: new Date('2025-10-30T06:30:00+09:00'),
  endsAt: new Date('2025-10-30T08:00:00+09:00'),
  ownHours: null,
  timeZone: 'Asia/Jayapura',
} as const;
const [before, under, over] = ['06:00', '07:59', '08:00'].map(
  (at) => new Date(`2025-10-30T${at}:00+09:00`),
) as [Date, Date, Date];
const there = 'Kamis, 30 Oktober 2025, pukul 06.30–08.00 WIT';
const here = 'Kamis, 30 Oktober 2025, pukul 04.30–06.00 WIB';

describe('a time for a reader in another zone', () => {
  test.each([
    ['ahead', before],
    ['under way', under],
  ])('%s stands in the zone of its place, with the own beside', (_, now) => {
    expect(readerTime(visit, { timeZone: 'Asia/Jakarta', now })).toEqual({ first: there, beside: here });
    expect(readerTimeLine(visit, { timeZone: 'Asia/Jakarta', now })).toBe(
      `${there} (di tempat Anda 04.30–06.00 WIB)`,
    );
  });

  test('that is over stands in the own zone alone', () => {
    expect(readerTime(visit, { timeZone: 'Asia/Jakarta', now: over })).toEqual({ first: here, beside: null });
    expect(readerTimeLine(visit, { timeZone: 'Asia/Jakarta', now: over })).toBe(here);
  });

  test('stands once where both are the same', () => {
    expect(readerTime(visit, { timeZone: 'Asia/Jayapura', now: before })).toEqual({
      first: there,
      beside: null,
    });
  });
});
