import { expect, test } from '@jest/globals';
import { synonymTerms } from './synonym.js';

test.each([
  [
    ['Rutan', 'Rumah  Tahanan'],
    ['rutan', 'rumah tahanan'],
  ],
  [
    ['WBP', 'wbp ', 'e-commerce', '—', ''],
    ['wbp', 'e commerce'],
  ],
  [[], []],
])('%j are the terms %j', (typed, expected) => {
  expect(synonymTerms(typed)).toEqual(expected);
});
