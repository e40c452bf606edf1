import { expect, test } from '@jest/globals';
import { layOutLineage } from './lineage-layout.js';

const arrow = (fromUnit: string, toUnit: string) => ({
  fromUnit,
  toUnit,
  fromUnitName: fromUnit.toUpperCase(),
  toUnitName: toUnit.toUpperCase(),
});
const rows = (arrows: ReturnType<typeof arrow>[]) =>
  layOutLineage({ code: 'a', name: 'A' }, arrows).units.map(({ code, x, y }) => [code, x > 0, y / 144]);

test.each([
  [
    'a chain falls row by row',
    [arrow('a', 'b'), arrow('b', 'c')],
    [
      ['a', false, 0],
      ['b', false, 1],
      ['c', false, 2],
    ],
  ],
  [
    'two copies stand side by side',
    [arrow('a', 'b'), arrow('a', 'c')],
    [
      ['a', false, 0],
      ['b', false, 1],
      ['c', true, 1],
    ],
  ],
  [
    'a circle ends',
    [arrow('a', 'b'), arrow('b', 'a')],
    [
      ['a', false, 0],
      ['b', false, 1],
    ],
  ],
  [
    'a source of its own stands on top',
    [arrow('x', 'y')],
    [
      ['a', false, 0],
      ['x', true, 0],
      ['y', false, 1],
    ],
  ],
])('%s', (_, arrows, expected) => {
  expect(rows(arrows)).toEqual(expected);
});
