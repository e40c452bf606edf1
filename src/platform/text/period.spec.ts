import { expect, test } from '@jest/globals';
import { periodEnd, periodStart } from './period.js';

test('a date is the whole local day', () => {
  expect(periodStart('2025-10-30', 'Asia/Jakarta')).toEqual(new Date('2025-10-29T17:00:00Z'));
  expect(periodEnd('2025-10-30', 'Asia/Jayapura')).toEqual(new Date('2025-10-30T15:00:00Z'));
});

test('an instant is itself', () => {
  expect(periodStart('2025-10-30T09:00:00+07:00', 'Asia/Jayapura')).toEqual(new Date('2025-10-30T02:00:00Z'));
  expect(periodEnd('2025-10-30T09:00:00+07:00', 'Asia/Jayapura')).toEqual(new Date('2025-10-30T02:00:00Z'));
});
