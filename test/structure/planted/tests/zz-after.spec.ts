import { expect, test } from '@jest/globals';

test('runs in the same worker, with no function left replaced', () => {
  expect((globalThis as { plantedRuns?: number }).plantedRuns).toBe(1);
  expect(new Set([Math.random(), Math.random(), Math.random()]).size).toBe(3);
});
