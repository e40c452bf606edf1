import { expect, test } from '@jest/globals';
import { durationText } from './job-words.js';

test.each([
  [0, '0 detik'],
  [59, '59 detik'],
  [60, '1 menit'],
  [3599, '59 menit'],
  [3600, '1 jam'],
  [86_399, '23 jam'],
  [200_000, '2 hari'],
])('%d seconds are said as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
