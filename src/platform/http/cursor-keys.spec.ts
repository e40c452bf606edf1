import { expect, test } from '@jest/globals';
import { isKey, type CursorKey } from './cursor-keys.js';

test.each<[CursorKey, unknown, boolean]>([
  ['string', 'Lapas A', true],
  ['string', 'a\0b', false],
  ['string', 5, false],
  ['integer', 0, true],
  ['integer', 2 ** 31, false],
  ['integer', 1.5, false],
  ['integer', -1, false],
  ['integer', '1', false],
  ['digits', '4', true],
  ['digits', '1e9', false],
  ['uuid', '01a20ba9-e725-779c-8d72-a69ab77e1012', true],
  ['uuid', '01a20ba9', false],
  ['date', '2025-10-30', true],
  ['date', '2025-02-30', false],
  ['date', '10000-01-31', true],
  ['date', '0044-03-15 BC', true],
  ['date', '0000-01-01', false],
  ['date', '999999-01-01', false],
  ['date', 'infinity', true],
  ['date', 'now', false],
  ['instant', '2025-10-30T02:00:00.000Z', true],
  ['instant', '2025-10-30 02:00:00+00', true],
  ['instant', '2025-10-30 09:30:00.123456+07:30', true],
  ['instant', '10000-01-01 22:00:00+00', true],
  ['instant', '0001-06-01 02:00:00+00 BC', true],
  ['instant', '-infinity', true],
  ['instant', '2025-10-30 25:00:00+00', false],
  ['instant', '2025-02-30 02:00:00+00', false],
  ['instant', '2025-10-30', false],
  ['instant', 'today', false],
])('as %s, %p is taken: %p', (kind, key, expected) => {
  expect(isKey[kind](key)).toBe(expected);
});
