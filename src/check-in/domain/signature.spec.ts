import { expect, test } from '@jest/globals';
import { pathOf, readStrokes } from './signature.js';

test('strokes are read as whole numbers, and drawn by numbers alone', () => {
  const strokes = readStrokes('[[[10,20],[30,40],[50,60]],[[1000,400]]]');
  expect(strokes && pathOf(strokes)).toBe('M10 20L30 40L50 60M1000 400');
});

test.each([
  ['no JSON', 'tanda tangan'],
  ['no list', '{"a":1}'],
  ['nothing', '[]'],
  ['a dot', '[[[1,1]]]'],
  ['a text among points', '[[["1\\"/><script>",2],[3,4],[5,6],[7,8]]]'],
  ['a broken number', '[[[1.5,2],[3,4],[5,6],[7,8]]]'],
  ['outside of the field', '[[[1001,2],[3,4],[5,6],[7,8]]]'],
  ['too many strokes', JSON.stringify(Array.from({ length: 101 }, () => [[1, 1]]))],
  ['too many points', JSON.stringify([Array.from({ length: 3001 }, () => [1, 1])])],
  ['too long', `[${'[],'.repeat(30_000)}[]]`],
])('%s is no signature', (_, text) => {
  expect(readStrokes(text)).toBeNull();
});
