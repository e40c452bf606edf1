import { expect, test } from '@jest/globals';
import { closestWords, editDistance, mostUsed } from './close-words.js';

test.each([
  ['pangan', 'pangan', 0],
  ['pagan', 'pangan', 1],
  ['pnagan', 'pangan', 1],
  ['humsa', 'humas', 1],
  ['', 'abc', 3],
  ['lele', 'nila', 3],
])('%j and %j are %i edits apart, both ways', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

test.each([
  [
    'pagan',
    [
      ['pagar', 1],
      ['pangan', 9],
    ],
    'pangan',
  ],
  ['hidropnik', [['hidroponik', 1]], 'hidroponik'],
  ['perpus', [['perpustakaan', 2]], 'perpustakaan'],
  ['tbx', [['tbc', 1]], null],
  ['lele', [['nila', 5]], null],
  ['pe', [['perpustakaan', 2]], null],
  ['apa', [], null],
] as const)('%s among what is near is %s', (typed, near, expected) => {
  const close = closestWords(
    typed,
    near.map(([word]) => word),
  );
  expect(mostUsed(close, new Map(near))).toBe(expected);
});
