import { expect, test } from '@jest/globals';
import { plainWords } from './plain-words.js';

const GONE = '(tautan dihilangkan)';

test.each([
  ['Maaf, ada apel. Budi Santoso, A.Md., S.H.', 'Maaf, ada apel. Budi Santoso, A.Md., S.H.'],
  [
    'Pukul 09.00 di Aula.Terima kasih; surat ke budi@contoh.test',
    'Pukul 09.00 di Aula.Terima kasih; surat ke budi@contoh.test',
  ],
  ['Masuk di https://jahat.test/masuk?x=1 segera', `Masuk di ${GONE} segera`],
  ['HTTP://JAHAT.TEST', GONE],
  ['www.jahat.example', GONE],
  ['jahat.com', GONE],
  ['jahat.example/masuk', GONE],
  ['mailto:a@b.test tel:+62811', `${GONE} ${GONE}`],
  ['(https://a.test)', `(${GONE})`],
  ['ja\u200bhat\u202e.\u0007com', GONE],
  ['satu\r\n\r\n\r\n\r\ndua\u2028', 'satu\n\ndua'],
])('%j becomes %j', (given, expected) => {
  expect(plainWords(given, 500)).toBe(expected);
});

test('no more is kept than may be', () => {
  expect(plainWords('a'.repeat(501), 500)).toHaveLength(500);
  expect(plainWords('a'.repeat(500), 500)).toBe('a'.repeat(500));
  expect(plainWords('jahat.com '.repeat(10_000), 500).length).toBeLessThanOrEqual(500);
});
