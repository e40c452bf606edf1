import { describe, expect, test } from '@jest/globals';
import { countWords, numberWords } from './number-words.js';

describe('a number in words', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [60, 'enam puluh'],
    [75, 'tujuh puluh lima'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [205, 'dua ratus lima'],
    [1000, 'seribu'],
    [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [12_000, 'dua belas ribu'],
    [1_100_001, 'satu juta seratus ribu satu'],
  ])('%i is %s', (number, words) => {
    expect(numberWords(number)).toBe(words);
  });

  test.each([[-1], [1.5], [Number.NaN], [1e9]])('%p has none', (number) => {
    expect(() => numberWords(number)).toThrow(RangeError);
  });

  test('stands behind its digits', () => {
    expect(countWords(5, 'orang')).toBe('5 (lima) orang');
  });
});
