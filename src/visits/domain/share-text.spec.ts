import { describe, expect, test } from '@jest/globals';
import { shareText, whatsAppLink, type SharedVisit } from './share-text.js';

const visit: SharedVisit = {
  title: 'Ketahanan pangan',
  reference: 'ST-2025-000123',
  state: 'confirmed',
  guestUnitName: 'Bapas Purwokerto',
  hostUnitName: 'Rutan Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  timeZone: 'Asia/Jakarta',
  place: 'Aula',
  mode: 'on-site',
  meetingLink: null,
};

describe('a visit as a message', () => {
  test('leads into a meeting with the link as it is, where people come by video', () => {
    const meetingLink = 'https://us02web.zoom.us/j/081234567890?pwd=6281234567890';
    const online = shareText({ ...visit, mode: 'online', meetingLink }, 'x');
    expect(online).toContain(`Tempat: Daring\nRapat daring: ${meetingLink}`);
    expect(shareText({ ...visit, mode: 'hybrid', meetingLink }, 'x')).toContain('Tempat: Aula; daring');
    expect(shareText({ ...visit, meetingLink }, 'x')).not.toContain('zoom');
  });

  test('says what, who, when with the zone, and where', () => {
    expect(shareText(visit, 'https://sambang.test/kunjungan/1')).toBe(
      [
        'Kunjungan sudah dikonfirmasi.',
        '',
        '*Ketahanan pangan*',
        'Bapas Purwokerto ke Rutan Banjarnegara',
        'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
        'Tempat: Aula',
        'Nomor: ST-2025-000123',
        '',
        'Selengkapnya (perlu masuk ke Sambang): https://sambang.test/kunjungan/1',
      ].join('\n'),
    );
  });

  test('takes no number of a person or address along that somebody wrote into it', () => {
    const text = shareText(
      {
        ...visit,
        title: 'Rapat, hubungi 0812-3456-7890',
        place: 'Aula, sari@contoh.test, 198501012010011001',
      },
      'https://sambang.test/kunjungan/1',
    );
    expect(text).not.toMatch(/0812|sari@|1985/);
    expect(text).toContain('*Rapat, hubungi …*');
  });

  test('says of what is only asked for that it is not settled', () => {
    expect(shareText({ ...visit, state: 'requested' }, 'x')).toContain('belum dikonfirmasi');
  });

  test('is a link without line breaks', () => {
    expect(whatsAppLink('a & b\nc')).toBe('https://wa.me/?text=a%20%26%20b%0Ac');
  });
});
