import { expect, test } from '@jest/globals';
import { normaliseWebPage } from './web-pages.js';

test.each([
  ['rutanbanjarnegara.kemenimipas.go.id', 'https://rutanbanjarnegara.kemenimipas.go.id'],
  [' http://contoh.test/profil?id=1 ', 'http://contoh.test/profil?id=1'],
  ['HTTPS://Contoh.Test/', 'https://contoh.test'],
  ['contoh.test:8080/a', 'https://contoh.test:8080/a'],
])('%s is stored as %s', (typed, stored) => {
  expect(normaliseWebPage(typed)).toBe(stored);
  expect(normaliseWebPage(stored)).toBe(stored);
});

test.each([
  ...['', 'laman kami', 'localhost', 'javascript:alert(1)', 'javascript://contoh.test/%0Aalert(1)'],
  ...['ftp://contoh.test', 'https://', 'https://a:b@contoh.test', 'mailto:a@contoh.test', '//contoh.test'],
  `https://contoh.test/${'a'.repeat(300)}`,
])('%s is no web page', (typed) => {
  expect(normaliseWebPage(typed)).toBeNull();
});
