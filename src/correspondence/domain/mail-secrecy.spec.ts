import { describe, expect, test } from '@jest/globals';
import { mayShowBody, withoutAnswerSecrets } from './mail-secrecy.js';

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
    withoutAnswerSecrets(`<a href="https://s.test/jawab/${secret}">https://s.test/jawab/${secret}</a>`),
  ).toBe('<a href="https://s.test/jawab/…">https://s.test/jawab/…</a>');
  expect(withoutAnswerSecrets(`https://s.test/masukan/${secret}`)).toBe('https://s.test/masukan/…');
  expect(withoutAnswerSecrets(`https://s.test/belajar/${secret}?jawab=begun`)).toBe(
    'https://s.test/belajar/…?jawab=begun',
  );
  expect(withoutAnswerSecrets(`https://s.test/balas/${secret}`)).toBe('https://s.test/balas/…');
  expect(withoutAnswerSecrets('https://s.test/kunjungan/1')).toBe('https://s.test/kunjungan/1');
});

test('a return address keeps its token, also where a calendar line is folded within it', () => {
  const token = 'abcdefghijklmnopqrstuvwxy2';
  expect(withoutAnswerSecrets(`mailto:sambang+${token}@sambang.test`)).toBe('mailto:sambang@sambang.test');
  for (let at = 0; at <= token.length; at += 1) {
    const folded = `mailto:sambang+${token.slice(0, at)}\r\n ${token.slice(at)}@sambang.test`;
    expect(withoutAnswerSecrets(folded)).toBe('mailto:sambang@sambang.test');
  }
  expect(withoutAnswerSecrets('sambang+kantor@sambang.test')).toBe('sambang+kantor@sambang.test');
});
