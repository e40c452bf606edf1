import { describe, expect, test } from '@jest/globals';
import { mayShowBody, withoutAnswerLinks } from './mail-secrecy.js';

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

test('an answer link keeps its secret, and any other link its address', () => {
  const secret = 'A-_'.repeat(14) + 'z';
  expect(
    withoutAnswerLinks(`<a href="https://s.test/jawab/${secret}">https://s.test/jawab/${secret}</a>`),
  ).toBe('<a href="https://s.test/jawab/…">https://s.test/jawab/…</a>');
  expect(withoutAnswerLinks(`https://s.test/masukan/${secret}`)).toBe('https://s.test/masukan/…');
  expect(withoutAnswerLinks('https://s.test/kunjungan/1')).toBe('https://s.test/kunjungan/1');
});
