import { expect, test } from '@jest/globals';
import { layOutLetter } from './letter.js';

const LINK = 'https://sambang.test/kunjungan/abc';

const body = layOutLetter({
  title: 'Kunjungan dikonfirmasi',
  name: 'Sari',
  blocks: [
    { text: 'Kunjungan Anda telah diterima.' },
    {
      facts: [
        ['Waktu', 'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB'],
        ['Tempat', ' '],
      ],
    },
    { heading: 'Yang berubah', list: ['Diskusi menjadi pukul 10.00 WIB'] },
    { heading: 'Kosong', list: [] },
    { action: 'Buka kunjungan', href: LINK },
  ],
});

test('the plain part is complete by itself', () => {
  expect(body.text).toBe(
    [
      'Yth. Sari,',
      'Kunjungan Anda telah diterima.',
      'Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
      'Yang berubah:\n- Diskusi menjadi pukul 10.00 WIB',
      `Buka kunjungan:\n${LINK}`,
      'Salam hormat,\nSambang\n',
    ].join('\n\n'),
  );
});

test('what is empty is in neither part', () => {
  expect(body.html).not.toContain('Tempat');
  expect(body.html).not.toContain('Kosong');
  expect(body.html).toContain(`<a class="action" href="${LINK}">Buka kunjungan</a>`);
});

test('nothing in a text becomes markup', () => {
  const { html } = layOutLetter({
    title: '<b>',
    name: '"><script>',
    blocks: [
      { text: '<img src=x>\nbaris dua' },
      { facts: [['<i>', '&amp;']] },
      { action: '<u>', href: 'https://sambang.test/?a="b' },
    ],
  });
  expect(html).not.toMatch(/<(b|script|img|i|u)>|<img/);
  expect(html).toContain('&lt;img src=x&gt;<br>baris dua');
  expect(html).toContain('&amp;amp;');
  expect(html).toContain('?a=&quot;b"');
});
