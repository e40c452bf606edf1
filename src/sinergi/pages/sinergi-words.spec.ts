import { expect, test } from '@jest/globals';
import { lastDayOf, monthName, spanWords } from './sinergi-words.js';

test.each([
  ['2025-01', '2025-01-31'],
  ['2025-02', '2025-02-28'],
  ['2028-02', '2028-02-29'],
  ['2025-06', '2025-06-30'],
  ['2025-07', '2025-07-31'],
  ['2025-08', '2025-08-31'],
  ['2025-09', '2025-09-30'],
  ['2025-12', '2025-12-31'],
])('%s ends on %s', (month, last) => {
  expect(lastDayOf(month)).toBe(last);
});

test('months and spans in words', () => {
  expect(monthName('2025-10')).toBe('Oktober 2025');
  expect([0.4, 1.6, 47, 72].map(spanWords)).toEqual(['kurang dari 1 jam', '2 jam', '47 jam', '3 hari']);
});
