import { expect, test } from '@jest/globals';
import { sizeWords } from './sizes.js';

test.each([
  [12, '1 KB'],
  [2048, '2 KB'],
  [1024 * 1024 - 1, '1024 KB'],
  [1.26 * 1024 * 1024, '1,3 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
