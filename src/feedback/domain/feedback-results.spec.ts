import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marks } from './feedback-form.js';
import { averageWords, FEWEST_ANSWERS, resultsOf, type GivenFeedback } from './feedback-results.js';

const feedback = (given: Partial<GivenFeedback> = {}): GivenFeedback => ({
  name: 'Sari',
  usefulness: 5,
  welcome: 4,
  toCopy: '',
  toImprove: '',
  mayName: true,
  ...given,
});

describe('results of feedback', () => {
  test('with two answers there is what was written, without names and marks', () => {
    const two = [
      feedback({ toCopy: 'Kebun', name: 'Sari' }),
      feedback({ toCopy: 'Anggaran', name: 'Budi', toImprove: 'Waktu' }),
    ];
    expect(resultsOf(5, two)).toEqual({
      asked: 5,
      answered: 2,
      usefulness: null,
      welcome: null,
      toCopy: [
        { text: 'Anggaran', name: null },
        { text: 'Kebun', name: null },
      ],
      toImprove: [{ text: 'Waktu', name: null }],
    });
  });

  test('with three there are averages, and the names of those who agreed', () => {
    const results = resultsOf(3, [
      feedback({ name: 'Sari', toCopy: 'Kebun', usefulness: 5 }),
      feedback({ name: 'Budi', toCopy: 'Kolam', usefulness: 4, mayName: false }),
      feedback({ name: 'Ani', usefulness: 4 }),
    ]);
    expect(results.usefulness).toEqual({ average: 13 / 3, count: 3, distribution: [0, 0, 0, 2, 1] });
    expect(results.toCopy).toEqual([
      { text: 'Kebun', name: 'Sari' },
      { text: 'Kolam', name: null },
    ]);
  });

  test('a question that fewer than three answered has no average', () => {
    const results = resultsOf(3, [feedback(), feedback(), feedback({ welcome: null })]);
    expect(results.usefulness).not.toBeNull();
    expect(results.welcome).toBeNull();
  });

  test('no answers are no results', () => {
    expect(resultsOf(4, [])).toMatchObject({ asked: 4, answered: 0, usefulness: null, toCopy: [] });
  });

  test('never shows a name that did not agree, nor any below three, nor more than was written', () => {
    const given = fc.record({
      name: fc.constantFrom('Ani', 'Budi', 'Citra'),
      usefulness: fc.constantFrom(...marks),
      welcome: fc.option(fc.constantFrom(...marks)),
      toCopy: fc.constantFrom('', 'x', 'y'),
      toImprove: fc.constantFrom('', 'x', 'y'),
      mayName: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (answers) => {
        const { toCopy, toImprove, usefulness } = resultsOf(9, answers);
        const names = [...toCopy, ...toImprove].flatMap(({ name }) => (name === null ? [] : [name]));
        const agreed: string[] = answers.filter(({ mayName }) => mayName).map(({ name }) => name);
        expect(names.every((name) => agreed.includes(name))).toBe(true);
        if (answers.length < FEWEST_ANSWERS) expect([names, usefulness]).toEqual([[], null]);
        else expect(usefulness?.distribution.reduce((a, b) => a + b)).toBe(answers.length);
        expect(toCopy).toHaveLength(answers.filter(({ toCopy: text }) => text !== '').length);
      }),
    );
  });
});

test.each([
  [4.5833, '4,6'],
  [5, '5'],
  [3.95, '4'],
])('%f is written %s', (average, words) => {
  expect(averageWords(average)).toBe(words);
});
