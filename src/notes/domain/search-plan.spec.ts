import { expect, test } from '@jest/globals';
import { planSearch, withWords, type SearchFacts } from './search-plan.js';
import { readSearch } from './search-words.js';

const stops = ['di', 'dan', 'ke'];
const term = (text: string) => ({ words: text.split(' '), stems: text.split(' ') });

/** Words that are their own stems. */
function facts(typed: string, more: Partial<SearchFacts> = {}): SearchFacts {
  const words = readSearch(typed).flatMap((part) => part.words);
  const known = words.map((word) => [word, { stem: word, isStop: stops.includes(word), near: [] }] as const);
  return { words: new Map(known), synonyms: [], absent: new Set(), ...more };
}
const plan = (typed: string, more: Partial<SearchFacts> = {}) =>
  planSearch(readSearch(typed), facts(typed, more));
const queries = (typed: string, more: Partial<SearchFacts> = {}) =>
  plan(typed, more).terms.map(({ alternatives }) => alternatives.map(({ query }) => query));

test('each word is one term, once, and stop words are none', () => {
  expect(queries('lele di dan lele')).toEqual([["'lele'"]]);
  expect(plan('di dan').terms).toEqual([]);
});

test('a word is looked for by all its stems', () => {
  expect(queries('kunjung')).toEqual([["('kunjung' | 'unjung' | 'kunjungi')"]]);
});

test('words in a row keep the places of those that are not indexed, and are required', () => {
  const { terms } = plan('"hulu ke hilir"');
  expect(terms).toMatchObject([
    { isRequired: true, alternatives: [{ query: expect.stringMatching(/<2>/) }] },
  ]);
});

test('what is left out is no term', () => {
  expect(plan('kolam -lele -"di"')).toMatchObject({ terms: [{ shown: 'kolam' }], excluded: "'lele'" });
});

test('the longest run of words that is a synonym becomes one term, whose other names count less', () => {
  const synonyms = [
    [term('rutan'), term('rumah tahanan')],
    [term('rumah'), term('griya')],
  ];
  const { terms } = plan('rumah tahanan bagus', { synonyms });
  expect(terms.map(({ shown }) => shown)).toEqual(['rumah tahanan', 'bagus']);
  const [typed, other, scattered] = terms[0]?.alternatives ?? [];
  expect([typed?.query, other?.query, scattered?.query]).toEqual([
    expect.stringContaining('<1>'),
    expect.stringContaining('rutan'),
    expect.stringContaining('&'),
  ]);
  expect(typed?.weight).toBeGreaterThan(other?.weight ?? 0);
  expect(other?.weight).toBeGreaterThan(scattered?.weight ?? 0);
});

test('what a quotation mark or a backslash would end is quoted', () => {
  const sharp = {
    words: new Map([["a'b\\c", { stem: "a'b\\c", isStop: false, near: [] }]]),
    synonyms: [],
    absent: new Set<string>(),
  };
  const { terms } = planSearch([{ words: ["a'b\\c"], isPhrase: false, isExcluded: false }], sharp);
  expect(terms[0]?.alternatives[0]?.query).toContain("'a''b\\\\c'");
});

test('a misspelt word is replaced where it stood plainly', () => {
  const words = new Map([['pagan', { stem: 'pagan', isStop: false, near: ['pangan'] }]]);
  const [misspelt] = planSearch(readSearch('pagan'), {
    words,
    synonyms: [],
    absent: new Set<string>(),
  }).terms;
  expect(misspelt?.near).toEqual(['pangan']);
  const meant = withWords(readSearch('pagan "pagan raya" -pagan'), new Map([['pagan', 'pangan']]));
  expect(meant.map((part) => part.words.join(' '))).toEqual(['pangan', 'pagan raya', 'pagan']);
});

test('stems that no note has are not asked for, but for the first of what nothing has', () => {
  const absent = new Set(['unjung', 'kunjungi', 'lele', 'lelei']);
  expect(queries('kunjung lele', { absent })).toEqual([["'kunjung'"], ["'lele'"]]);
  const synonyms = [[term('rutan'), term('rumah tahanan'), term('griya')]];
  expect(
    queries('rutan', { synonyms, absent: new Set(['ahanan', 'tahanani', 'tahanan', 'griya', 'griyai']) }),
  ).toEqual([["('rutan' | 'rutani')"]]);
});
