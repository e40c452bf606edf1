import { expect, test } from '@jest/globals';
import { dueWords } from '../domain/due-words.js';
import { followUpStates, followUpTransitions } from '../domain/follow-up-states.js';
import { isOverdue, followUpStepWords } from './follow-up-words.js';

test.each([
  ['2025-10-29', 'terlambat 1 hari'],
  ['2025-10-30', 'jatuh tempo malam ini'],
  ['2025-10-31', 'jatuh tempo besok'],
  ['2025-11-03', '4 hari lagi'],
])('on 30 October, what is due on %s is %s', (dueOn, words) => {
  expect(dueWords(dueOn, '2025-10-30')).toBe(words);
});

test('only what waits can be late, and not on its day', () => {
  expect(isOverdue('open', '2025-10-29', '2025-10-30')).toBe(true);
  expect(isOverdue('in-progress', '2025-10-30', '2025-10-30')).toBe(false);
  expect(isOverdue('done', '2025-10-29', '2025-10-30')).toBe(false);
  expect(isOverdue('dropped', '2025-10-29', '2025-10-30')).toBe(false);
});

test('the steps from one state have buttons that differ', () => {
  for (const from of followUpStates) {
    const buttons = followUpTransitions[from].map((to) => followUpStepWords(from, to).button);
    expect(new Set(buttons).size).toBe(buttons.length);
  }
});
