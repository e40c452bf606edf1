import { expect, test } from '@jest/globals';
import { hitMarks, readMarks, withoutSigns } from './marked-text.js';

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

test.each([
  ['**\u0001Panen\u0002** naik `dua` kali', '\u0001Panen\u0002 naik dua kali'],
  ['lihat [denah](https: /  / contoh.test / denah) … lalu', 'lihat denah … lalu'],
  ['## Hasil ### lain', 'Hasil lain'],
  ['Senin - Jumat, nomor #3, a_b', 'Senin - Jumat, nomor #3, a_b'],
])('a piece of Markdown is shown without its signs: %j', (text, shown) => {
  expect(withoutSigns(text)).toBe(shown);
});
