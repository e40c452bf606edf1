import { expect, test } from '@jest/globals';
import { withoutSigns } from './marked-text.js';

test.each([
  ['**Panen** naik `dua` kali', 'Panen naik dua kali'],
  ['lihat [denah](https://contoh.test/denah) … lalu', 'lihat denah … lalu'],
  ['## Hasil ### lain', 'Hasil lain'],
  ['Senin - Jumat, nomor #3, a_b', 'Senin - Jumat, nomor #3, a_b'],
])('a piece of Markdown is shown without its signs: %j', (text, shown) => {
  expect(withoutSigns(text)).toBe(shown);
});
