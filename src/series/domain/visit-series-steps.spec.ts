import { expect, test } from '@jest/globals';
import { moveBy, stepsOf } from './visit-series-steps.js';

test.each([
  ['draft', ['submit', 'withdraw'], ['submit', 'move', 'call-off'], 'edit'],
  ['requested', ['accept', 'decline', 'propose'], ['accept', 'decline', 'move', 'call-off'], 'propose'],
  ['requested', ['withdraw', 'propose'], ['move', 'call-off'], 'propose'],
  ['requested', ['approve'], ['approve'], null],
  ['confirmed', ['reschedule', 'cancel'], ['move', 'call-off'], 'reschedule'],
  [
    'confirmed',
    ['reschedule', 'accept', 'decline', 'cancel'],
    ['accept', 'decline', 'move', 'call-off'],
    'reschedule',
  ],
  ['closed', [], [], null],
] as const)('of a visit that is %s and allows %j', (state, allowed, steps, way) => {
  expect(stepsOf({ state }, allowed)).toEqual(steps);
  expect(moveBy(allowed, state)).toBe(way);
});
