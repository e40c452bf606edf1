import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashSecret } from '../../platform/text/tokens.js';
import { averageWords, resultsOf as resultsBy, type Released } from './feedback-results.js';

const resultsOf = (given: Released) => resultsBy(given, hashSecret);

const released = (given: Partial<Released> = {}): Released => ({
  visitId: '0199a2f0-0000-7000-8000-000000000001',
  asked: 5,
  usefulness: [5, 4, 4],
  welcome: [],
  toCopy: [],
  toImprove: [],
  ...given,
});

describe('results of feedback', () => {
  test('are averages and the names that were released', () => {
    const results = resultsOf(
      released({
        toCopy: [
          { text: 'Kebun', name: 'Sari' },
          { text: 'Kolam', name: null },
          { text: '', name: 'Ani' },
        ],
      }),
    );
    expect(results.answered).toBe(3);
    expect(results.usefulness).toEqual({ average: 13 / 3, count: 3, distribution: [0, 0, 0, 2, 1] });
    expect(results.welcome).toBeNull();
    expect(results.toCopy).toHaveLength(2);
    expect(results.toCopy).toEqual(
      expect.arrayContaining([
        { text: 'Kebun', name: 'Sari' },
        { text: 'Kolam', name: null },
      ]),
    );
  });

  test('of nothing are none', () => {
    expect(resultsOf(released({ usefulness: [] }))).toMatchObject({
      answered: 0,
      usefulness: null,
      toCopy: [],
    });
  });

  test('have texts in the same order, whatever order they came in', () => {
    const remark = fc.record({ text: fc.string({ minLength: 1 }), name: fc.constant(null) });
    fc.assert(
      fc.property(fc.array(remark), fc.infiniteStream(fc.nat()), (remarks, order) => {
        const shuffled = remarks
          .map((each) => ({ each, place: order.next().value ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ each }) => each);
        expect(resultsOf(released({ toCopy: shuffled })).toCopy).toEqual(
          resultsOf(released({ toCopy: remarks })).toCopy,
        );
      }),
    );
  });

  test('have the texts of two questions in orders that do not follow from each other', () => {
    const remarks = Array.from({ length: 12 }, (_, index) => ({ text: `Tulisan ${index}`, name: null }));
    const { toCopy, toImprove } = resultsOf(released({ toCopy: remarks, toImprove: remarks }));
    expect(toCopy).not.toEqual(toImprove);
    expect(toCopy).not.toEqual(remarks);
    expect(toCopy.toSorted((one, other) => one.text.localeCompare(other.text))).toEqual(
      remarks.toSorted((one, other) => one.text.localeCompare(other.text)),
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
