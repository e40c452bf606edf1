import { describe, expect, test } from '@jest/globals';
import { identify, inChosenPlaces } from './learning-questions.js';

const standing = { learningQuestionIds: ['1', '2', '3'], learningQuestions: ['A?', 'B?', 'C?'] };
const of = (learningQuestions: string[], learningQuestionIds?: (string | null)[]) =>
  identify(standing, { learningQuestions, learningQuestionIds });

describe('Which question one is', () => {
  test.each([
    ['by its words where nobody says', ['B?', 'D?'], undefined, ['2', null]],
    ['by its id, however it is worded', ['Z?', 'A?'], ['2', '1'], ['2', '1']],
    ['the one that was named, though another has its words now', ['B?', 'A?'], ['1', '2'], ['1', '2']],
    ['the one with its words, unless that was named for another', ['A?', 'Z?'], [null, '1'], [null, '1']],
    ['the one with its words where it came without an id', ['A?', 'C?'], ['1', null], ['1', '3']],
    ['none any more where all are gone', [], [], []],
  ] as const)('%s', (_, words, ids, expected) => {
    expect(of([...words], ids && [...ids])).toEqual(expected);
  });

  test.each([
    ['one of another visit', ['A?'], ['9']],
    ['one named twice', ['A?', 'B?'], ['1', '1']],
    ['more ids than words', ['A?'], ['1', '2']],
    ['fewer ids than words', ['A?', 'B?'], ['1']],
  ])('is not told by %s', (_, words, ids) => expect(of(words, ids)).toBeNull());
});

describe('Places that were chosen', () => {
  const ordered = (...places: number[]) =>
    inChosenPlaces(places.map((place, at) => ({ place, name: 'abcde'[at] })))
      .map(({ name }) => name)
      .join('');
  test.each([
    [[1, 2, 3], 'abc'],
    [[1, 2, 1], 'cab'],
    [[3, 2, 3], 'bca'],
    [[2, 1, 3], 'bac'],
    [[5, 2, 3, 4, 5], 'bcdea'],
    [[3, 3, 3], 'cab'],
    [[], ''],
  ])('%j', (places, expected) => {
    expect([...ordered(...places)].sort().join('')).toBe('abcde'.slice(0, places.length));
    expect(ordered(...places)).toBe(expected);
  });
});
