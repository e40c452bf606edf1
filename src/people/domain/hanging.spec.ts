import { expect, test } from '@jest/globals';
import { nobodyTakes, successorOf } from './hanging.js';

test('one takes everything that nobody else was chosen for', () => {
  const successors = { all: 'sari', each: new Map([['follow-ups.owned', 'budi']]) };
  expect(successorOf(successors, 'follow-ups.owned')).toBe('budi');
  expect(successorOf(successors, 'visits.taken-part')).toBe('sari');
  expect(successorOf(nobodyTakes, 'visits.taken-part')).toBeNull();
});
