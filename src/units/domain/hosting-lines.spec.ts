import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  closedDayLines,
  hoursLine,
  readClosedDayLines,
  readHoursLine,
  readWeekLines,
  weekLines,
} from './hosting-lines.js';

describe('Hours of a weekday', () => {
  test.each([
    ['08.00–11.30, 13.30–16.00', [480, 690, 810, 960]],
    ['8:00-11:30; 13:30 s.d. 24:00', [480, 690, 810, 1440]],
    ['8–9; 0930-1130', [480, 540, 570, 690]],
    ['', []],
  ])('%p are read', (line, minutes) => {
    expect(readHoursLine(line, 5)?.flatMap((window) => [window.startsMinute, window.endsMinute])).toEqual(
      minutes,
    );
  });

  test.each(['pagi', '08.00', '08.60–09.00', '24.01–25.00', '08.00–', '8–9–10', '8 pagi–9'])(
    '%p are refused',
    (line) => {
      expect(readHoursLine(line, 1)).toBeNull();
    },
  );

  test('come back as they were', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const window = fc.record({ weekday: fc.constant(3), startsMinute: minute, endsMinute: minute });
    fc.assert(
      fc.property(fc.array(window, { maxLength: 5 }), (windows) => {
        expect(readHoursLine(hoursLine(windows, 3), 3)).toEqual(windows);
      }),
    );
  });
});

describe('Closed days', () => {
  test('are read a line each, and come back', () => {
    const text = '2026-12-24 Pembersihan\n\n Senin, 28 Des 2026: Apel besar ';
    const { days, fault } = readClosedDayLines(text);
    expect(fault).toBeNull();
    expect(days).toEqual([
      { date: '2026-12-24', reason: 'Pembersihan' },
      { date: '2026-12-28', reason: 'Apel besar' },
    ]);
    expect(readClosedDayLines(closedDayLines(days)).days).toEqual(days);
  });

  test.each(['2026-02-30 Libur', '2026-12-24', 'besok Libur', '2026-01-01 A\n2026-01-01 B'])(
    '%p are refused by name',
    (text) => {
      expect(readClosedDayLines(text).fault).toContain(text.split('\n').at(-1));
    },
  );
});

describe('Days of a week with their hours', () => {
  test.each([
    ['Selasa 09.00–11.30', ['2 540–690']],
    ['kamis', ['4 0–1440']],
    [
      "Senin–Rabu: 8-9, 10-11\n\nJum'at 13.30–16.00",
      ['1 480–540', '1 600–660', '2 480–540', '2 600–660', '3 480–540', '3 600–660', '5 810–960'],
    ],
    ['', []],
  ])('%p are read', (text, windows) => {
    const read = readWeekLines(text);
    expect(read.fault).toBeNull();
    expect(read.windows.map((each) => `${each.weekday} ${each.startsMinute}–${each.endsMinute}`)).toEqual(
      windows,
    );
  });

  test.each(['Kemarin 8-9', 'Selasa pagi', 'Rabu–Senin 8-9', '08.00–09.00', 'Seninan'])(
    '%p are refused',
    (text) => {
      expect(readWeekLines(`Senin 8-9\n${text}`)).toMatchObject({
        windows: [],
        fault: expect.stringContaining(text),
      });
    },
  );

  test('come back as they were', () => {
    const window = fc
      .tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 1440 }),
      )
      .map(([weekday, start, length]) => ({
        weekday,
        startsMinute: start,
        endsMinute: Math.min(1440, start + length),
      }));
    fc.assert(
      fc.property(fc.uniqueArray(window, { selector: ({ weekday }) => weekday }), (windows) => {
        const sorted = windows.sort((a, b) => a.weekday - b.weekday);
        expect(readWeekLines(weekLines(sorted))).toEqual({ windows: sorted, fault: null });
      }),
    );
  });
});
