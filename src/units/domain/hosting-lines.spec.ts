import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closedDayLines, hoursLine, readClosedDayLines, readHoursLine } from './hosting-lines.js';

describe('Hours of a weekday', () => {
  test.each([
    ['08.00–11.30, 13.30–16.00', [480, 690, 810, 960]],
    ['8:00-11:30; 13:30 s.d. 24:00', [480, 690, 810, 1440]],
    ['', []],
  ])('%p are read', (line, minutes) => {
    expect(readHoursLine(line, 5)?.flatMap((window) => [window.startsMinute, window.endsMinute])).toEqual(
      minutes,
    );
  });

  test.each(['pagi', '08.00', '08.60–09.00', '24.01–25.00', '08.00–', '8–9'])('%p are refused', (line) => {
    expect(readHoursLine(line, 1)).toBeNull();
  });

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
    const text = '2026-12-24 Pembersihan\n\n 2026-12-28: Apel besar ';
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
