import { expect, test } from '@jest/globals';
import { recurrenceWords } from './series-words.js';

test.each([
  [{ frequency: 'monthly', every: 1, ordinal: 1 }, 'Setiap Selasa pertama'],
  [{ frequency: 'monthly', every: 3, ordinal: -1 }, 'Setiap 3 bulan, Selasa terakhir'],
  [{ frequency: 'weekly', every: 1, ordinal: null }, 'Setiap hari Selasa'],
  [{ frequency: 'weekly', every: 2, ordinal: null }, 'Setiap 2 minggu pada hari Selasa'],
] as const)('%j is %s', (rule, words) => {
  const told = recurrenceWords({ ...rule, firstOn: '2025-11-04', until: '2026-03-31' });
  expect(told).toBe(`${words}, 4 November 2025 sampai 31 Maret 2026`);
});
