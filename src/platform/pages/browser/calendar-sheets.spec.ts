import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isoWeekday } from '../../text/calendar-dates.js';
import { isDateInRange } from '../../text/date-range.js';
import { openingAt, sheets } from './calendar-sheets.js';

const dates = fc.integer({ min: 0, max: 36_889 }).map((days) => addDays('2000-01-01', days));
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
const valuesIn = (kind: keyof typeof sheets, at: string): (string | null)[] =>
  sheets[kind].sheet(at).rows.flatMap((row) => row.map((cell) => cell?.value ?? null));

describe('The sheet of a month', () => {
  test('has every day once, each under its weekday', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { rows, heads } = sheets.date.sheet(date);
        expect(heads.map(({ text }) => text)).toEqual(['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min']);
        for (const row of rows) {
          expect(row).toHaveLength(7);
          row.forEach((cell, index) => cell && expect(isoWeekday(cell.value)).toBe(index + 1));
        }
        const days = valuesIn('date', date).filter((value) => value !== null);
        const last = addDays(addDays(`${date.slice(0, 7)}-01`, 31).replace(/\d\d$/, '01'), -1);
        expect(days).toHaveLength(Number(last.slice(8)));
        expect(days).toContain(date);
      }),
    );
  });
});

describe('A key', () => {
  test.each([
    ['date', '2025-10-31', 'PageDown', false, '2025-11-30'],
    ['date', '2024-02-29', 'PageUp', true, '2023-02-28'],
    ['date', '2100-12-31', 'ArrowRight', false, null],
    ['date', '2000-01-01', 'PageUp', false, null],
    ['month', '2025-10', 'ArrowDown', false, '2026-01'],
    ['month', '2025-10', 'Home', false, '2025-10'],
    ['month', '2025-10', 'End', false, '2025-12'],
    ['month', '2025-10', 'PageUp', false, '2024-10'],
    ['month', '2000-01', 'ArrowLeft', false, null],
    ['time', '08:00', 'ArrowDown', false, '10:00'],
    ['time', '08:30', 'Home', false, '08:00'],
    ['time', '23:30', 'ArrowRight', false, null],
    ['time', '08:00', 'Tab', false, null],
  ] as const)('in the chooser of a %s at %s: %s (far: %s) leads to %s', (kind, at, key, isFar, expected) => {
    expect(sheets[kind].move(at, key, isFar)).toBe(expected);
  });

  test('leads only to what its sheet shows, within the range of dates', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...keys), fc.boolean(), (date, key, isFar) => {
        for (const kind of ['date', 'month', 'time'] as const) {
          const at = kind === 'date' ? date : kind === 'month' ? date.slice(0, 7) : '13:30';
          const next = sheets[kind].move(at, key, isFar);
          if (next === null) continue;
          expect(valuesIn(kind, next)).toContain(next);
          if (kind !== 'time') expect(isDateInRange(kind === 'date' ? next : `${next}-01`)).toBe(true);
        }
      }),
    );
  });
});

test('a chooser opens at what its field holds, else today or when work begins', () => {
  expect(openingAt('date', '2025-10-05', '2025-10-20')).toBe('2025-10-05');
  expect(openingAt('date', null, '2025-10-20')).toBe('2025-10-20');
  expect(openingAt('month', null, '2025-10-20')).toBe('2025-10');
  expect(openingAt('time', '09:10', '2025-10-20')).toBe('09:00');
  expect(openingAt('time', null, '2025-10-20')).toBe('08:00');
});
