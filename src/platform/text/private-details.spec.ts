import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutContacts, withoutNip } from './private-details.js';

describe('texts for readers outside the visit', () => {
  test.each([
    ['Hubungi 0812-3456-7890 (WA).', 'Hubungi [telepon disembunyikan] (WA).'],
    ['WA +62 812 3456 7890', 'WA [telepon disembunyikan]'],
    ['WA 6281234567890, siang', 'WA [telepon disembunyikan], siang'],
    ['Telp. (0286) 591234', 'Telp. [telepon disembunyikan]'],
    ['Telp. 021-5711234', 'Telp. [telepon disembunyikan]'],
    ['Telp. 62286591234', 'Telp. [telepon disembunyikan]'],
    ['Surel budi.santoso+dinas@contoh.test saja', 'Surel [surel disembunyikan] saja'],
    ['budi＠contoh.test', '[surel disembunyikan]'],
    ['Obrolan https://wa.me/6281234567890', 'Obrolan https://wa.me/[telepon disembunyikan]'],
    ['Lihat https://contoh.test/?src=budi@contoh.test', 'Lihat [surel disembunyikan]'],
    [
      'https://teams.microsoft.com/l/meetup-join/19:meeting_0812@thread.v2/0',
      'https://teams.microsoft.com/l/meetup-join/19:meeting_0812%40thread.v2/0',
    ],
    [
      'https://meet.contoh.test/0812 lalu 0812-3456-7890',
      'https://meet.contoh.test/0812 lalu [telepon disembunyikan]',
    ],
    ['Rapat @aula', 'Rapat aula'],
    ['NIP 198001012005011001', 'NIP [NIP disembunyikan]'],
    ['NIP 19800101 200501 1 001', 'NIP [NIP disembunyikan]'],
    ['NIP 19800101-200501-1-001', 'NIP [NIP disembunyikan]'],
  ])('%s', (text, expected) => {
    expect(withoutContacts(text)).toBe(expected);
  });

  test.each([
    'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
    'pukul 08.00-12.00, 08.00 - 12.00 dan 0800-1200',
    '2025-10-30, 30-10-2025, 02-11-2025, 02.11.2025, 30/10/2025',
    'Surat WP.2.PAS.35.KP.04.01-1365 tanggal 20 Oktober 2025',
    'ST-2025-000123 dan UU 27/2022, Permenkumham Nomor 12 Tahun 2025',
    'Jalan Letjend Suprapto 38, Banjarnegara 53415, anggaran Rp1.250.000.000,00',
    'https://sambang.contoh.test/kunjungan/ST-2025-000123',
    'Rapat di https://us02web.zoom.us/j/081234567890?pwd=628123456789 pukul 09.00',
    'https://meet.contoh.test/198001012005011001',
  ])('leaves alone: %s', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });

  test('hides each mobile number, however it is grouped', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '–');
    const digits = fc.stringMatching(/^\d{6,8}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('0812', '+62812', '62812', '0062812'),
        digits,
        separator,
        (prefix, rest, sign) => {
          const grouped = rest.replace(/\d{3}/g, (three) => sign + three);
          expect(withoutContacts(`hp ${prefix}${grouped}, trims`)).toBe('hp [telepon disembunyikan], trims');
        },
      ),
    );
  });

  test('a long text without any blank costs no more than its length', () => {
    const started = performance.now();
    withoutContacts('0812-'.repeat(40_000));
    withoutContacts('x'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('participants read contacts, but no NIP', () => {
    expect(withoutNip('Budi, NIP 198001012005011001, 08123456789, budi@contoh.test')).toBe(
      'Budi, NIP [NIP disembunyikan], 08123456789, budi@contoh.test',
    );
  });
});
