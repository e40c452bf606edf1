import { expect, test } from '@jest/globals';
import { readSearch, typedAgain, wordsOf } from './search-words.js';

const plain = (...words: string[]) => ({ words, isPhrase: false, isExcluded: false });

test.each([
  ['', []],
  ['  % _ ; \' " ', []],
  ['Ketahanan pangan', [plain('ketahanan'), plain('pangan')]],
  ['anak-anak lapas/rutan', [plain('anak', 'anak'), plain('lapas', 'rutan')]],
  [
    '"Wajib  Lapor" daring',
    [{ words: ['wajib', 'lapor'], isPhrase: true, isExcluded: false }, plain('daring')],
  ],
  ['“wajib lapor”', [{ words: ['wajib', 'lapor'], isPhrase: true, isExcluded: false }]],
  ['"belum tertutup', [{ words: ['belum', 'tertutup'], isPhrase: true, isExcluded: false }]],
  ['kolam -lele', [plain('kolam'), { words: ['lele'], isPhrase: false, isExcluded: true }]],
  ['kolam -"ikan lele"', [plain('kolam'), { words: ['ikan', 'lele'], isPhrase: true, isExcluded: true }]],
])('%j is read as words', (typed, expected) => {
  expect(readSearch(typed)).toEqual(expected);
});

test('what is typed without end is cut', () => {
  expect(readSearch('kata '.repeat(500)).flatMap(({ words }) => words)).toHaveLength(24);
  expect(wordsOf('a'.repeat(500))[0]).toHaveLength(50);
});

test('what was read can be typed again', () => {
  expect(typedAgain(readSearch('Kolam "Ikan Lele" -Nila'))).toBe('kolam "ikan lele" -nila');
});
