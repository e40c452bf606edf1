import { expect, test } from '@jest/globals';
import { paragraphs } from './note-words.js';

test.each([
  ['', []],
  ['Satu', ['Satu']],
  ['Satu\nmasih satu\n\nDua', ['Satu\nmasih satu', 'Dua']],
  ['Satu\r\n\r\n  \r\nDua\r\nmasih dua\r\n', ['Satu', 'Dua\nmasih dua']],
  ['  \n\n\n ', []],
])('the paragraphs of %j are %j', (text, expected) => {
  expect(paragraphs(text)).toEqual(expected);
});
