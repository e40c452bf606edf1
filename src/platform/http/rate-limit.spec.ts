import { expect, test } from '@jest/globals';
import { limitsOf } from './rate-limit.js';
import { RequestCounter } from './request-counter.js';

const kindOf = (method: string, url: string) => limitsOf(method, url, '203.0.113.7')?.kind ?? null;

test.each([
  ['POST', '/api/session', 'sign-in'],
  ['DELETE', '/api/session', null],
  ['POST', '/masuk?lanjut=%2F', 'sign-in'],
  ['POST', '/%6Dasuk', 'sign-in'],
  ['POST', '/api/%73essio%6e', 'sign-in'],
  ['POST', '/api/session%zz', null],
  ['POST', '/api/password-links', 'forgotten'],
  ['POST', '/api/password-links/abc', 'password'],
  ['GET', '/sandi/abc', 'password'],
  ['POST', '/lupa-sandi', 'forgotten'],
  ['POST', '/akun/sandi', 'forgotten'],
  ['POST', '/jawab/abc', 'answer'],
  ['POST', '/jawab/abc/pengganti', 'answer'],
  ['POST', '/jawab/alamat/abc', 'answer'],
  ['GET', '/jawab/abc', null],
  ['POST', '/masukan/abc', 'feedback'],
  ['POST', '/api/feedback/abc', 'feedback'],
  ['DELETE', '/api/feedback/abc', 'feedback'],
  ['GET', '/masukan/abc', null],
  ['POST', '/belajar/abc', 'feedback'],
  ['GET', '/belajar/abc', null],
  ['POST', '/kutipan/abc', 'feedback'],
  ['GET', '/kutipan/abc', null],
  ['POST', '/balas/abc', 'host-answer'],
  ['GET', '/balas/abc', null],
  ['GET', '/masuk', null],
  ['GET', '/feeds/abc.ics', null],
  ['POST', '/api/visits', null],
])('%s %s counts as %p', (method, url, expected) => {
  expect(kindOf(method, url)).toBe(expected);
});

test('links are counted apart, failures by network, and no kind with another', () => {
  const at = (url: string, address = '203.0.113.7') => limitsOf('POST', url, address);
  expect(at('/jawab/a')?.all).not.toBe(at('/jawab/b')?.all);
  expect(at('/jawab/%61')?.all).toBe(at('/jawab/a')?.all);
  expect(at('/jawab/a')?.failures).toBe(at('/jawab/b')?.failures);
  expect(at('/jawab/a')?.failures).not.toBe(at('/masukan/a')?.failures);
  expect(at('/masuk')?.failures).not.toBe(at('/masuk', '203.0.113.8')?.failures);
  expect(at('/masuk', '2001:db8::1')?.failures).toBe(at('/masuk', '2001:db8::2')?.failures);
});

test('a count ends with its minute, and what is given back is free again', () => {
  const counter = new RequestCounter(2);
  expect([counter.take(['a'], 0), counter.take(['a'], 10_000), counter.take(['a'], 20_000)]).toEqual([
    0, 0, 40_000,
  ]);
  expect(counter.take(['b'], 20_000)).toBe(0);
  counter.giveBack('a');
  expect(counter.take(['a'], 20_000)).toBe(0);
  expect(counter.take(['a', 'b'], 60_000)).toBe(0);
});
