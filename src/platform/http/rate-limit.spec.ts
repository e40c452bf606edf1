import { expect, test } from '@jest/globals';
import { isGuessable } from './rate-limit.js';

test.each([
  ['POST', '/api/session', true],
  ['DELETE', '/api/session', false],
  ['POST', '/masuk?lanjut=%2F', true],
  ['POST', '/api/password-links', true],
  ['POST', '/api/password-links/abc', true],
  ['GET', '/sandi/abc', true],
  ['POST', '/lupa-sandi', true],
  ['POST', '/jawab/abc', true],
  ['POST', '/jawab/abc/pengganti', true],
  ['GET', '/jawab/abc', false],
  ['POST', '/masukan/abc', true],
  ['POST', '/api/feedback/abc', true],
  ['DELETE', '/api/feedback/abc', true],
  ['GET', '/masukan/abc', false],
  ['GET', '/masuk', false],
  ['GET', '/feeds/abc.ics', false],
  ['POST', '/api/visits', false],
])('%s %s is counted: %p', (method, url, expected) => {
  expect(isGuessable(method, url)).toBe(expected);
});
