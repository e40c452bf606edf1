import { expect, test } from '@jest/globals';
import { monthWords } from '../../platform/text/calendar-words.js';
import { periodWords, spanWords } from './period-words.js';

test('months and spans in words', () => {
  expect(monthWords('2025-10')).toBe('Oktober 2025');
  expect(periodWords({ from: '2025-10', to: '2025-10' })).toBe('Oktober 2025');
  expect(periodWords({ from: '2025-10', to: '2026-03' })).toBe('Oktober 2025 sampai Maret 2026');
  expect([0.4, 1.6, 47, 72].map(spanWords)).toEqual(['kurang dari 1 jam', '2 jam', '47 jam', '3 hari']);
});
