import { expect, test } from '@jest/globals';
import { excerptOf, lookedForBy, markedText, readText, wordsFound } from './found-words.js';
import { planSearch } from './search-plan.js';
import { readSearch } from './search-words.js';

const stems = new Map([
  ['menanam', 'anam'],
  ['tanaman', 'tanam'],
  ['menyapu', 'sapu'],
  ['memakai', 'pakai'],
]);

function found(typed: string, text: string) {
  const words = new Map(
    readSearch(typed)
      .flatMap((part) => part.words)
      .map((word) => [word, { stem: stems.get(word) ?? word, isStop: word === 'di', near: [] }]),
  );
  const synonyms = [
    [
      { words: ['lapas'], stems: ['lapas'] },
      { words: ['lembaga', 'pemasyarakatan'], stems: ['lembaga', 'pemasyarakatan'] },
    ],
  ];
  const lookedFor = lookedForBy(planSearch(readSearch(typed), { words, synonyms, absent: new Set() }));
  const read = readText(text, lookedFor);
  return { read, hits: wordsFound(read, lookedFor, stems) };
}

/** A text with its hits in brackets. */
const bracketed = (parts: readonly { text: string; isHit: boolean }[]): string =>
  parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

function marked(typed: string, text: string): string {
  const { read, hits } = found(typed, text);
  return bracketed(markedText(read, hits));
}

function excerpt(typed: string, text: string): string {
  const { read, hits } = found(typed, text);
  return bracketed(excerptOf(read, hits));
}

test.each([
  ['lele', 'Kolam (Lele), bukan lelehan.', 'Kolam ([Lele]), bukan lelehan.'],
  ['tanam', 'Menanam TANAMAN, bukan taman', '[Menanam] [TANAMAN], bukan taman'],
  ['sapu pakai', 'menyapu, memakai sapu', '[menyapu], [memakai] [sapu]'],
  ['"hulu di hilir"', 'hilir hulu ke hilir hulu', 'hilir [hulu] ke [hilir] hulu'],
  ['lapas', 'lembaga lain, lembaga pemasyarakatan', 'lembaga lain, [lembaga] [pemasyarakatan]'],
  ['café 3t', 'CAFÉ di 3T', '[CAFÉ] di [3T]'],
  ['x', '', ''],
  ['İ', 'İZİN izin', 'İZİN izin'],
])('%j is marked in %j', (typed, text, shown) => {
  expect(marked(typed, text)).toBe(shown);
});

const words = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `w${from + at}`).join(' ');

test('an excerpt is the beginning of a text in which nothing is found, and a short text whole', () => {
  expect(excerpt('lele', `${words(1, 30)}.`)).toBe(words(1, 12));
  expect(excerpt('lele', 'Kolam lele.')).toBe('Kolam [lele].');
});

test('an excerpt goes around what is found', () => {
  expect(excerpt('lele', `${words(1, 40)} lele ${words(41, 80)}`)).toBe(
    `${words(31, 40)} [lele] ${words(41, 51)}`,
  );
  expect(excerpt('lele', `lele ${words(1, 40)}`)).toBe(`[lele] ${words(1, 21)}`);
  expect(excerpt('lele', `${words(1, 40)} lele`)).toBe(`${words(20, 40)} [lele]`);
});

test('an excerpt shows the pieces with the most of what is looked for, in their order', () => {
  const text = `lele ${words(1, 40)} kolam lele ${words(41, 80)} sawah lele lele ${words(81, 120)}`;
  expect(excerpt('lele kolam sawah', text)).toBe(
    `${words(31, 40)} [kolam] [lele] ${words(41, 50)} … ${words(72, 80)} [sawah] [lele] [lele] ${words(81, 90)}`,
  );
});

test('pieces that follow one another are one', () => {
  const text = `${words(1, 8)} lele ${words(9, 30)} lele ${words(31, 60)}`;
  expect(excerpt('lele', text)).toBe(`${words(1, 8)} [lele] ${words(9, 30)} [lele] ${words(31, 42)}`);
});
