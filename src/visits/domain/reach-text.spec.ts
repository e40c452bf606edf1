import { expect, test } from '@jest/globals';
import { personalText, takesWhatsApp, whatsAppTo } from './reach-text.js';
import type { SharedVisit } from './share-text.js';

const visit: SharedVisit = {
  title: 'Belajar *pangan* 081234567890',
  reference: 'ST-2025-0001',
  state: 'confirmed',
  guestUnitName: 'Bapas Purwokerto',
  hostUnitName: 'Rutan Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  timeZone: 'Asia/Jakarta',
  place: 'Aula, hubungi a@b.test',
};
const LINK = 'https://sambang.test/jawab/rahasia';

test('an invitation names the person, the visit and the link, and nobody’s number or address', () =>
  expect(personalText(visit, 'Budi *S*', 'invited', LINK)).toBe(
    [
      'Yth. Budi S,',
      'Anda diundang dalam kunjungan berikut.',
      '',
      '*Belajar pangan …*',
      'Bapas Purwokerto ke Rutan Banjarnegara',
      'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
      'Tempat: Aula, hubungi …',
      '',
      'Mohon jawab hadir atau tidak lewat tautan pribadi Anda (jangan diteruskan ke orang lain):',
      LINK,
    ].join('\n'),
  ));

test.each([
  ['moved', 'BERUBAH'],
  ['off', 'BATAL'],
] as const)('of a visit that %s it says so', (news, word) =>
  expect(personalText({ ...visit, place: '' }, 'Budi', news, LINK)).toContain(word),
);

test('the page of WhatsApp takes digits alone', () =>
  expect(whatsAppTo('+6281234567890', 'a & b')).toBe('https://wa.me/6281234567890?text=a%20%26%20b'));

test.each([
  ['+6281234567890', true],
  ['+62281636789', false],
  ['+6591234567', true],
  [null, false],
])('WhatsApp at %s: %s', (phone, takes) => expect(takesWhatsApp(phone)).toBe(takes));
