import { describe, expect, test } from '@jest/globals';
import { mayShowBody } from './mail-secrecy.js';

describe('mayShowBody', () => {
  test.each([
    ['visit', true, true],
    ['visit', false, true],
    [null, true, false],
    [null, false, true],
  ])('of a mail about %s, mail leaving the house: %s', (visit, leaves, shown) => {
    expect(mayShowBody(visit, leaves)).toBe(shown);
  });
});
