import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockWords } from './calendar-words.js';
import { readClock } from './typed-clock.js';
import { readTyped, shownText, writeTyped } from './typed-values.js';

const WIB = { zone: 'WIB' };

describe('a clock time', () => {
  test.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['0', '00:00'],
    ['9.00', '09:00'],
    ['09:00', '09:00'],
    ['9,30', '09:30'],
    ['9 30', '09:30'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['2359', '23:59'],
    ['08:00:00', '08:00'],
    ['pukul 09.00', '09:00'],
    ['jam 9', '09:00'],
    ['09.00 WIB', '09:00'],
    [' 14.05wib. ', '14:05'],
  ])('%j is read as %s', (text, value) => {
    expect(readClock(text, WIB)).toEqual({ value, fault: null });
  });

  const example = 'Tulis jam seperti 08.00.';
  test.each([
    ['', example],
    ['pagi-pagi', example],
    ['9.5', example],
    ['9.0', example],
    ['09.00–10.00', example],
    ['12345', example],
    ['-9', example],
    ['9.60', 'Menitnya antara 00 dan 59, seperti 08.30.'],
    ['25.00', 'Jamnya antara 00.00 dan 23.59.'],
    ['24.00', 'Jamnya antara 00.00 dan 23.59.'],
    ['9 AM', 'Tulis jam 0 sampai 23, seperti 14.00 untuk pukul dua siang.'],
    ['2:30 p.m.', 'Tulis jam 0 sampai 23, seperti 14.00 untuk pukul dua siang.'],
    ['2 siang', 'Tulis jam 0 sampai 23, seperti 14.00 untuk pukul dua siang.'],
    ['09.00 WITA', 'Jam di sini menurut WIB, bukan WITA.'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readClock(text, WIB)).toEqual({ value: null, fault });
  });

  test('names a zone only where one is known, and 24.00 only where a day ends', () => {
    expect(readClock('09.00 WIB', { zone: null }).fault).toMatch(/tanpa zona/);
    expect(readClock('24.00', { zone: null, endsDay: true }).value).toBe('24:00');
    expect(readClock('24.01', { zone: null, endsDay: true }).value).toBeNull();
  });

  test('is read back however it is written', () => {
    const clocks = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(clocks, fc.constantFrom('WIB', 'WITA', 'WIT'), ([hours, minutes], zone) => {
        const [hour, minute] = [hours, minutes].map((part) => String(part).padStart(2, '0'));
        const clock = `${hour}:${minute}`;
        for (const text of [clock, clockWords(clock), `${hour}${minute}`, `${hours}.${minute} ${zone}`]) {
          expect(readClock(text, { zone })).toEqual({ value: clock, fault: null });
        }
      }),
    );
  });
});

test('each kind of field shows what it read in words, and anything else as it was typed', () => {
  const around = { today: '2025-10-20', zone: 'WIT' };
  expect(shownText('date', '2025-10-05', around)).toBe('5 Oktober 2025');
  expect(shownText('month', '10/2025', around)).toBe('Oktober 2025');
  expect(shownText('time', '8', around)).toBe('08.00');
  expect(shownText('time', '08:00 WIB', around)).toBe('08:00 WIB');
  expect(shownText('date', 'nanti', around)).toBe('nanti');
  for (const [kind, value] of [
    ['date', '2025-10-05'],
    ['month', '2025-10'],
    ['time', '08:00'],
  ] as const) {
    expect(readTyped(kind, writeTyped(kind, value), around).value).toBe(value);
  }
});
