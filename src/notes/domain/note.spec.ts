import { expect, test } from '@jest/globals';
import { mayReadNote, mayWrite, missingTexts } from './note.js';

const whole = { title: 'a', context: 'b', whatWasDone: 'c', result: 'd', howToCopy: 'e' };

test('every empty text is named at once', () => {
  expect(missingTexts(whole)).toEqual([]);
  expect(missingTexts({ ...whole, title: ' ', result: '' }).map(({ field }) => field)).toEqual([
    'title',
    'result',
  ]);
});

test.each([
  ['officer', 'rutan-a', true],
  ['unit-head', 'rutan-a', true],
  ['officer', 'rutan-b', false],
  ['regional', null, false],
  ['administrator', null, false],
])('%s of %s writes notes of rutan-a: %s', (role, unit, expected) => {
  expect(mayWrite('rutan-a', { role, unit })).toBe(expected);
  expect(mayReadNote({ state: 'draft', unit: 'rutan-a' }, { role, unit })).toBe(expected);
  expect(mayReadNote({ state: 'published', unit: 'rutan-a' }, { role, unit })).toBe(true);
});
