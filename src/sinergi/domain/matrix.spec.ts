import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matrixOf } from './matrix.js';

test('puts the busiest first on both sides', () => {
  const matrix = matrixOf([
    { guest: 'a', host: 'x', count: 1 },
    { guest: 'b', host: 'x', count: 2 },
    { guest: 'b', host: 'y', count: 4 },
  ]);
  expect(matrix).toEqual({
    guests: ['b', 'a'],
    hosts: ['y', 'x'],
    counts: [
      [4, 2],
      [0, 1],
    ],
    guestSums: [6, 1],
    hostSums: [4, 3],
    most: 4,
  });
});

test('is empty of nothing', () => {
  expect(matrixOf([])).toMatchObject({ guests: [], hosts: [], most: 0 });
});

const pair = fc.record({
  guest: fc.constantFrom('a', 'b', 'c', 'd'),
  host: fc.constantFrom('a', 'b', 'c', 'd'),
  count: fc.integer({ min: 1, max: 9 }),
});

test('loses no visit and invents none, on either side', () => {
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const { guestSums, hostSums, counts } = matrixOf(pairs);
      const all = pairs.reduce((sum, { count }) => sum + count, 0);
      const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
      expect([total(guestSums), total(hostSums), total(counts.flat())]).toEqual([all, all, all]);
    }),
  );
});
