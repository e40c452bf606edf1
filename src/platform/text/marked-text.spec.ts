import { expect, test } from '@jest/globals';
import { hitMarks, readMarks } from './marked-text.js';

const hit = (text: string): string => `${hitMarks.start}${text}${hitMarks.end}`;

test.each([
  ['', []],
  ['tanpa', [['tanpa', false]]],
  [
    `${hit('Kolam')} lele`,
    [
      ['Kolam', true],
      [' lele', false],
    ],
  ],
  [
    `a ${hit('b')}${hit('c')}`,
    [
      ['a ', false],
      ['b', true],
      ['c', true],
    ],
  ],
  [
    `<b>${hit('<i>')}`,
    [
      ['<b>', false],
      ['<i>', true],
    ],
  ],
  [`${hitMarks.start}tidak tertutup`, [['tidak tertutup', true]]],
])('%j is read as %j', (text, expected) => {
  expect(readMarks(text).map((part) => [part.text, part.isHit])).toEqual(expected);
});
