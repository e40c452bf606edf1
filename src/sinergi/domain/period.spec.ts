import { expect, test } from '@jest/globals';
import { isMonth, monthsIn, periodBefore, periodOf, presetPeriod } from './period.js';

test.each([
  ['month', '2025-12-31', '2025-12', '2025-12'],
  ['quarter', '2025-11-01', '2025-10', '2025-12'],
  ['quarter', '2025-01-01', '2025-01', '2025-03'],
  ['semester', '2025-06-30', '2025-01', '2025-06'],
  ['semester', '2025-07-01', '2025-07', '2025-12'],
  ['year', '2025-05-05', '2025-01', '2025-12'],
] as const)('the %s of %s', (preset, date, from, to) => {
  expect(presetPeriod(preset, date)).toEqual({ from, to });
});

test('the period before is as long and ends where this one begins', () => {
  expect(periodBefore({ from: '2025-01', to: '2025-12' })).toEqual({ from: '2024-01', to: '2024-12' });
  expect(periodBefore({ from: '2025-01', to: '2025-01' })).toEqual({ from: '2024-12', to: '2024-12' });
  expect(periodBefore({ from: '2025-10', to: '2026-02' })).toEqual({ from: '2025-05', to: '2025-09' });
});

test('bounds may come in either order, and ten years are the most', () => {
  expect(periodOf('2025-12', '2025-01')).toEqual({ from: '2025-01', to: '2025-12' });
  expect(periodOf('1900-01', '2025-12')).toEqual({ from: '2016-01', to: '2025-12' });
  expect(monthsIn({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

test('what is no month', () => {
  for (const value of ['2025-13', '2025-00', '2025-1', '2025-01-01', '0025-01', '', undefined, 202501]) {
    expect([value, isMonth(value)]).toEqual([value, false]);
  }
  expect(isMonth('2025-10')).toBe(true);
});
