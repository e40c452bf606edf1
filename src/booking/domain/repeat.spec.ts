import { expect, test } from '@jest/globals';
import { paceOf } from './repeat.js';

test('only coordination repeats, at a pace that there is', () => {
  expect(paceOf({ pace: 'bulan-1', until: '' }, 'coordination')).toMatchObject({
    frequency: 'monthly',
    every: 1,
  });
  expect(paceOf({ pace: 'bulan-1', until: '' }, 'study-visit')).toBeNull();
  expect(paceOf({ pace: '', until: '2026-01-01' }, 'coordination')).toBeNull();
  expect(paceOf({ pace: 'setiap jam', until: '' }, 'coordination')).toBeNull();
});
