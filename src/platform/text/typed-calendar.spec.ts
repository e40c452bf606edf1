import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isoWeekday } from './calendar-dates.js';
import { dateWords, monthWords, months, weekdays } from './calendar-words.js';
import { isDateInRange } from './date-range.js';
import { formatCalendarDate } from './dates.js';
import { readDate, readMonth } from './typed-calendar.js';

const TODAY = '2025-10-20';

/** Any date of the range. */
const dates = fc
  .integer({ min: 0, max: daysBetween('2000-01-01', '2100-12-31') })
  .map((days) => addDays('2000-01-01', days));

const parts = (date: string): [year: string, month: number, day: number] => {
  const [year = '', month, day] = date.split('-');
  return [year, Number(month), Number(day)];
};

describe('a date', () => {
  test.each([
    ['5 Oktober 2025', '2025-10-05'],
    ['5 okt 2025', '2025-10-05'],
    ['05 OKT. 2025', '2025-10-05'],
    ['5-Okt-2025', '2025-10-05'],
    ['5oktober2025', '2025-10-05'],
    ['Oktober 5, 2025', '2025-10-05'],
    ['5 October 2025', '2025-10-05'],
    ['17 Agt 2025', '2025-08-17'],
    ['1 Pebruari 2025', '2025-02-01'],
    ['05/10/2025', '2025-10-05'],
    ['5-10-2025', '2025-10-05'],
    ['5.10.2025', '2025-10-05'],
    ['5 10 2025', '2025-10-05'],
    [' 2025-10-05 ', '2025-10-05'],
    ['2025/10/5', '2025-10-05'],
    ['Minggu, 5 Oktober 2025', '2025-10-05'],
    ['hari Minggu tanggal 5 Oktober 2025', '2025-10-05'],
    ['Jum’at, 3 Oktober 2025', '2025-10-03'],
    ['min 5/10/2025', '2025-10-05'],
    ['tgl. 5\u00a0Oktober\u00a02025.', '2025-10-05'],
    ['hari ini', TODAY],
    ['Besok', '2025-10-21'],
    ['lusa', '2025-10-22'],
    ['kemarin', '2025-10-19'],
    ['5 okt', '2025-10-05'],
    ['5 jan', '2026-01-05'],
    ['29 Februari 2024', '2024-02-29'],
  ])('%j is read as %s', (text, value) => {
    expect(readDate(text, TODAY)).toEqual({ value, fault: null });
  });

  const example = 'Tulis tanggal seperti 5 Oktober 2025.';
  test.each([
    ['', example],
    ['kapan-kapan', example],
    ['Oktober 2025', example],
    ['Senin', example],
    ['5 ok 2025', example],
    ['32 Oktober 2025', example],
    ['0/10/2025', example],
    ['5/10-2025', example],
    ['20251005', example],
    ['2025-10-05T09:00', example],
    ['5 Oktober 2025 atau 6 Oktober 2025', example],
    ['5/10/25', 'Tulis tahunnya dengan empat angka, seperti 5 Oktober 2025.'],
    ['5 okt 25', 'Tulis tahunnya dengan empat angka, seperti 5 Oktober 2025.'],
    ['5/10', 'Tulis juga tahunnya, seperti 5 Oktober 2025.'],
    ['20 April', 'Tulis juga tahunnya, seperti 5 Oktober 2025.'],
    ['10/25/2025', 'Bulan 25 tidak ada. Tulis tanggal dahulu, lalu bulan, seperti 25/10/2025.'],
    ['31 Februari 2025', 'Tanggal itu tidak ada.'],
    ['29/2/2025', 'Tanggal itu tidak ada.'],
    ['Senin, 5 Oktober 2025', '5 Oktober 2025 hari Minggu, bukan Senin.'],
    ['31 Desember 1999', 'Tahunnya harus antara 2000 dan 2100.'],
    ['1 Januari 2101', 'Tahunnya harus antara 2000 dan 2100.'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readDate(text, TODAY)).toEqual({ value: null, fault });
  });

  test('is told from today only where today is known', () => {
    expect(readDate('besok', null).value).toBeNull();
    expect(readDate('5 okt', null).value).toBeNull();
  });

  test('that is written is read back, with its weekday and without', () => {
    fc.assert(
      fc.property(dates, fc.option(dates), (date, today) => {
        for (const text of [date, dateWords(date), formatCalendarDate(date)]) {
          expect(readDate(text, today)).toEqual({ value: date, fault: null });
        }
      }),
    );
  });

  test('is the same date however its day, month and year are written', () => {
    const marks = fc.constantFrom('/', '-', '.', ' ');
    fc.assert(
      fc.property(dates, marks, fc.boolean(), fc.integer({ min: 3, max: 9 }), (date, mark, pads, letters) => {
        const [year, month, day] = parts(date);
        const pad = (part: number) => (pads ? String(part).padStart(2, '0') : String(part));
        const word = months[month - 1]?.slice(0, letters) ?? '';
        for (const text of [
          [pad(day), pad(month), year].join(mark),
          [year, pad(month), pad(day)].join(mark),
          [pad(day), word.toUpperCase(), year].join(mark),
        ]) {
          expect([text, readDate(text, null).value]).toEqual([text, date]);
        }
      }),
    );
  });

  test('with another weekday than its own is refused', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 7 }), (date, weekday) => {
        const { value } = readDate(`${weekdays[weekday - 1]}, ${dateWords(date)}`, null);
        expect(value).toBe(weekday === isoWeekday(date) ? date : null);
      }),
    );
  });

  test('without a year is near today, or refused', () => {
    fc.assert(
      fc.property(dates, dates, (date, today) => {
        const [, month, day] = parts(date);
        const { value } = readDate(`${day} ${months[month - 1]}`, today);
        if (value === null) return;
        expect(parts(value).slice(1)).toEqual([month, day]);
        expect(Math.abs(daysBetween(today, value))).toBeLessThanOrEqual(150);
      }),
    );
  });
});

describe('a month', () => {
  test.each([
    ['Oktober 2025', '2025-10'],
    ['okt 2025', '2025-10'],
    ['bulan Oktober 2025', '2025-10'],
    ['10/2025', '2025-10'],
    ['2025-10', '2025-10'],
    ['2025-10-05', '2025-10'],
    ['bulan ini', '2025-10'],
    ['bulan lalu', '2025-09'],
    ['bulan depan', '2025-11'],
  ])('%j is read as %s', (text, value) => {
    expect(readMonth(text, TODAY)).toEqual({ value, fault: null });
  });

  test.each([
    ['', 'Tulis bulan seperti Oktober 2025.'],
    ['x', 'Tulis bulan seperti Oktober 2025.'],
    ['13/2025', 'Tulis bulan seperti Oktober 2025.'],
    ['2025', 'Tulis bulan seperti Oktober 2025.'],
    ['5 Oktober 2025', 'Tulis bulan seperti Oktober 2025.'],
    ['Oktober', 'Tulis juga tahunnya dengan empat angka, seperti Oktober 2025.'],
    ['okt 25', 'Tulis juga tahunnya dengan empat angka, seperti Oktober 2025.'],
    ['Oktober 1999', 'Tahunnya harus antara 2000 dan 2100.'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readMonth(text, TODAY)).toEqual({ value: null, fault });
  });

  test('goes from year to year', () => {
    expect(readMonth('bulan depan', '2025-12-31').value).toBe('2026-01');
    expect(readMonth('bulan lalu', '2026-01-01').value).toBe('2025-12');
  });

  test('that is written is read back', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const month = date.slice(0, 7);
        const [year, number] = parts(date);
        for (const text of [month, monthWords(month), `${number}/${year}`]) {
          expect(readMonth(text, null)).toEqual({ value: month, fault: null });
        }
      }),
    );
  });
});

test('whatever is typed is a value of the range, or a sentence', () => {
  const pieces = fc.constantFrom('5', '10', '2025', '25', 'okt', 'Senin', ',', '/', '-', ' ', '.', 'besok');
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, fc.option(dates), (text, today) => {
      const [date, month] = [readDate(text, today), readMonth(text, today)];
      expect(date.value === null || isDateInRange(date.value)).toBe(true);
      expect(month.value === null || isDateInRange(`${month.value}-01`)).toBe(true);
      for (const { value, fault } of [date, month]) {
        expect(value === null ? /^[A-Z\d].*\.$/.test(fault) : fault === null).toBe(true);
      }
      // No text is a date and a month at once but an ISO date, of which the month counts.
      if (date.value !== null && month.value !== null) expect(month.value).toBe(date.value.slice(0, 7));
    }),
    { numRuns: 1000 },
  );
});
