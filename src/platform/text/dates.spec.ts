import { sameHours } from './day-hours.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  formatCalendarDate,
  formatDate,
  formatDateTimeRange,
  formatForReader,
  formatTime,
  formatTimeRange,
  localDate,
  toOffsetIso,
} from './dates.js';
import type { Zone } from './zones.js';

const start = new Date('2025-10-30T02:00:00Z');
const end = new Date('2025-10-30T05:00:00Z');

describe('dates for readers', () => {
  test('a reader in another zone than the place is told both clocks', () => {
    const there = 'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB';
    expect(formatForReader(sameHours(start, end), 'Asia/Jakarta', 'Asia/Jakarta')).toBe(there);
    expect(formatForReader(sameHours(start, end), 'Asia/Jakarta', 'Asia/Makassar')).toBe(
      `${there} (di tempat Anda 10.00–13.00 WITA)`,
    );
    const late = new Date('2025-10-30T16:30:00Z');
    expect(formatForReader(sameHours(start, late), 'Asia/Jakarta', 'Asia/Jayapura')).toBe(
      'Kamis, 30 Oktober 2025, pukul 09.00–23.30 WIB (di tempat Anda Kamis, 30 Oktober 2025, pukul 11.00 WIT ' +
        'sampai Jumat, 31 Oktober 2025, pukul 01.30 WIT)',
    );
  });

  test('date, time and range in WIB', () => {
    expect(formatDate(start, 'Asia/Jakarta')).toBe('Kamis, 30 Oktober 2025');
    expect(formatTime(start, 'Asia/Jakarta')).toBe('09.00 WIB');
    expect(formatTimeRange(start, end, 'Asia/Jakarta')).toBe('09.00–12.00 WIB');
    expect(formatDateTimeRange(sameHours(start, end), 'Asia/Jakarta')).toBe(
      'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
    );
  });

  test('the same instants in WITA and WIT', () => {
    expect(formatTimeRange(start, end, 'Asia/Makassar')).toBe('10.00–13.00 WITA');
    expect(formatTimeRange(start, end, 'Asia/Jayapura')).toBe('11.00–14.00 WIT');
  });

  test('several days', () => {
    expect(formatDateTimeRange(sameHours(start, new Date('2025-10-31T05:00:00Z')), 'Asia/Jakarta')).toBe(
      'Kamis–Jumat, 30–31 Oktober 2025, pukul 09.00–12.00 WIB tiap hari',
    );
  });

  test('one local day may be two days in UTC, and two local days one in UTC', () => {
    expect(
      formatDateTimeRange(
        sameHours(new Date('2025-10-29T23:00:00Z'), new Date('2025-10-30T01:30:00Z')),
        'Asia/Jayapura',
      ),
    ).toBe('Kamis, 30 Oktober 2025, pukul 08.00–10.30 WIT');
    expect(
      formatDateTimeRange(
        sameHours(new Date('2025-12-31T14:00:00Z'), new Date('2025-12-31T18:05:00Z')),
        'Asia/Jakarta',
      ),
    ).toBe('Rabu, 31 Desember 2025, pukul 21.00 WIB sampai Kamis, 1 Januari 2026, pukul 01.05 WIB');
  });

  test('every month and weekday has its name', () => {
    expect(
      Array.from({ length: 12 }, (_, month) =>
        formatCalendarDate(`2026-${String(month + 1).padStart(2, '0')}-01`),
      ),
    ).toEqual([
      'Kamis, 1 Januari 2026',
      'Minggu, 1 Februari 2026',
      'Minggu, 1 Maret 2026',
      'Rabu, 1 April 2026',
      'Jumat, 1 Mei 2026',
      'Senin, 1 Juni 2026',
      'Rabu, 1 Juli 2026',
      'Sabtu, 1 Agustus 2026',
      'Selasa, 1 September 2026',
      'Kamis, 1 Oktober 2026',
      'Minggu, 1 November 2026',
      'Selasa, 1 Desember 2026',
    ]);
  });

  test('a date that does not exist, and an invalid Date, are RangeErrors', () => {
    expect(() => formatCalendarDate('2025-02-30')).toThrow(RangeError);
    expect(() => formatDate(new Date(Number.NaN), 'Asia/Jakarta')).toThrow(RangeError);
  });
});

describe('dates for machines', () => {
  test('offset form', () => {
    expect(toOffsetIso(start, 'Asia/Jakarta')).toBe('2025-10-30T09:00:00+07:00');
    expect(toOffsetIso(start, 'Asia/Makassar')).toBe('2025-10-30T10:00:00+08:00');
    expect(toOffsetIso(start, 'Asia/Jayapura')).toBe('2025-10-30T11:00:00+09:00');
  });

  test('agree with luxon, and read back as the same second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
        fc.constantFrom<Zone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
        (date, zone) => {
          const local = DateTime.fromJSDate(date, { zone });
          expect(localDate(date, zone)).toBe(local.toISODate());
          expect(formatTime(date, zone).slice(0, 5)).toBe(local.toFormat('HH.mm'));
          expect(Date.parse(toOffsetIso(date, zone))).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });
});
