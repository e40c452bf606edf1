import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDay, dayNumber } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { effectOf, MOST_HOLIDAYS, parseHolidays, type NamedHoliday } from './holiday-paste.js';

const rows = (text: string) => parseHolidays(text).holidays.map(({ date, name, kind }) => [date, name, kind]);
const faults = (text: string) => parseHolidays(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe('A pasted list of holidays', () => {
  test.each([
    ['2026-01-01 Tahun Baru', '2026-01-01', 'Tahun Baru', 'public-holiday'],
    ['1 Januari 2026; Tahun Baru Masehi', '2026-01-01', 'Tahun Baru Masehi', 'public-holiday'],
    ['29/12/2026; Cuti bersama Natal; cuti bersama', '2026-12-29', 'Cuti bersama Natal', 'collective-leave'],
    ['Kamis, 24 Des 2026\tNatal (cuti bersama)', '2026-12-24', 'Natal', 'collective-leave'],
    ['17.08.2026 - Hari Kemerdekaan, libur nasional', '2026-08-17', 'Hari Kemerdekaan', 'public-holiday'],
    ['2026-03-20 Cuti bersama Idulfitri', '2026-03-20', 'Cuti bersama Idulfitri', 'collective-leave'],
  ])('reads %j', (line, date, name, kind) => expect(rows(line)).toEqual([[date, name, kind]]));

  test('names each line that cannot be taken, and takes the others', () => {
    const text = '2026-01-01 A\n\nHari libur\n30 Februari 2026 B\n2026-01-02\n1/1/2026 C\n3 Mai 2026 D';
    expect(rows(text)).toHaveLength(1);
    expect(faults(text)).toEqual([
      '3: Tidak diawali tanggal, misalnya 2026-01-01 atau 1 Januari 2026.',
      '4: Tanggal itu tidak ada.',
      '5: Nama hari liburnya belum ada.',
      '6: Tanggal ini sudah ada di baris 1.',
      '7: Tidak diawali tanggal, misalnya 2026-01-01 atau 1 Januari 2026.',
    ]);
    expect(faults(`2026-01-01 ${'x'.repeat(201)}`)).toEqual(['1: Namanya lebih dari 200 huruf.']);
  });

  test('is not endless', () => {
    const start = dayNumber('2026-01-01');
    const text = Array.from(
      { length: MOST_HOLIDAYS + 9 },
      (_, i) => `${dateOfDay(start + i)} Hari ${i}`,
    ).join('\n');
    expect(rows(text)).toHaveLength(MOST_HOLIDAYS);
    expect(faults(text)).toEqual([
      `${MOST_HOLIDAYS + 1}: Paling banyak ${MOST_HOLIDAYS} hari sekali simpan.`,
    ]);
  });

  test('comes back whatever way the dates are written', () => {
    const holiday = fc.record({
      day: fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2099-12-31') }),
      name: fc
        .stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,3}$/)
        .filter((name) => !/^cuti bersama/i.test(name)),
      kind: fc.constantFrom('public-holiday' as const, 'collective-leave' as const),
      way: fc.integer({ min: 0, max: 3 }),
    });
    const list = fc.uniqueArray(holiday, { maxLength: 30, selector: ({ day }) => day });
    fc.assert(
      fc.property(list, (days) => {
        const text = days.map(({ day, name, kind, way }) => {
          const date = dateOfDay(day);
          const [year = '', month, number] = date.split('-');
          const written = [
            date,
            `${number}/${month}/${year}`,
            formatCalendarDate(date),
            `${number}-${month}-${year}`,
          ][way];
          return `${written}; ${name}${kind === 'collective-leave' ? '; Cuti Bersama' : ''}`;
        });
        const expected = days.map(({ day, name, kind }) => ({ date: dateOfDay(day), name, kind }));
        expect(parseHolidays(text.join('\r\n'))).toEqual({ holidays: expected, faults: [] });
      }),
    );
  });

  test('never fails, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { date, name } of parseHolidays(text).holidays) {
          expect(() => dayNumber(date)).not.toThrow();
          expect(name).toBe(name.trim());
        }
      }),
    );
  });
});

test('what a day does to the stored ones is new, changed or nothing', () => {
  const day: NamedHoliday = { date: '2026-01-01', name: 'Tahun Baru', kind: 'public-holiday' };
  const stored = new Map([[day.date, day]]);
  expect(effectOf(day, new Map())).toBe('new');
  expect(effectOf(day, stored)).toBe('same');
  expect(effectOf({ ...day, name: 'Lain' }, stored)).toBe('changed');
  expect(effectOf({ ...day, kind: 'collective-leave' }, stored)).toBe('changed');
});
