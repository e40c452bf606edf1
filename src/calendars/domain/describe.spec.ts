import { describe, expect, test } from '@jest/globals';
import * as dates from '../../platform/text/dates.js';
import { describeVisit, type DescribedVisit } from './describe.js';

const facts: DescribedVisit = {
  reference: 'ST-2025-000123',
  guestUnit: 'Bapas Kelas II Purwokerto',
  hostUnit: 'Rutan Kelas IIB Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  timeZone: 'Asia/Jakarta',
  hostMessage: '',
  conditions: '',
  purpose:
    'Pembinaan yang lebih baik; tanya Budi di 0812-3456-7890\natau budi@contoh.test, NIP 198001012005011001',
  mode: 'on-site',
  meetingLink: null,
  topics: ['ketahanan pangan', 'kehumasan'],
  programs: ['Program Akselerasi butir 2', 'Program Akselerasi butir 3'],
  contactName: 'Siti Rahayu',
  contactPhone: '+6281234567890',
  contactEmail: 'siti@contoh.test',
  agenda: [
    {
      id: '0198a0a0-0000-7000-8000-000000000001',
      startsAt: new Date('2025-10-30T02:00:00Z'),
      endsAt: new Date('2025-10-30T02:30:00Z'),
      title: 'Sambutan',
      place: 'Aula',
      persons: ['Kepala Rutan', 'Kepala Bapas'],
    },
    {
      id: '0198a0a0-0000-7000-8000-000000000002',
      startsAt: new Date('2025-10-30T02:30:00Z'),
      endsAt: new Date('2025-10-30T05:00:00Z'),
      title: 'Tinjauan lahan',
      place: '',
      persons: [],
    },
  ],
  url: 'https://sambang.contoh.test/kunjungan/ST-2025-000123',
};

describe('the description of a visit', () => {
  test('for a participant', () => {
    expect(describeVisit(facts, 'participant', dates)).toBe(
      `Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB
Tamu: Bapas Kelas II Purwokerto
Tuan rumah: Rutan Kelas IIB Banjarnegara
Tujuan: Pembinaan yang lebih baik; tanya Budi di 0812-3456-7890
atau budi@contoh.test, NIP [NIP disembunyikan]
Topik: ketahanan pangan; kehumasan
Program: Program Akselerasi butir 2; Program Akselerasi butir 3
Narahubung: Siti Rahayu, +6281234567890, siti@contoh.test

Susunan acara:
- 09.00–09.30 WIB: Sambutan (Aula) – Kepala Rutan, Kepala Bapas
- 09.30–12.00 WIB: Tinjauan lahan

Nomor kunjungan: ST-2025-000123
Selengkapnya: https://sambang.contoh.test/kunjungan/ST-2025-000123`,
    );
  });

  test('for a feed that is not personal: no phone, no mail address', () => {
    const text = describeVisit(facts, 'feed', dates);
    expect(text).toContain('Narahubung: Siti Rahayu\n');
    expect(text).toContain('tanya Budi di [telepon disembunyikan]\natau [surel disembunyikan] NIP');
    expect(text).not.toMatch(/@|0812|\+62|1980/u);
    expect(text).toContain('Nomor kunjungan: ST-2025-000123\nSelengkapnya: https://sambang.contoh.test/');
  });

  test('over several days each session tells its day', () => {
    const text = describeVisit(
      { ...facts, timeZone: 'Asia/Jayapura', endsAt: new Date('2025-10-31T05:00:00Z') },
      'feed',
      dates,
    );
    expect(text).toContain('\n- Kamis, 30 Oktober 2025, pukul 11.00–11.30 WIT: Sambutan (Aula)');
  });

  test('leaves out what is not known', () => {
    const noContact = { contactName: '', contactPhone: null, contactEmail: null };
    const empty = { purpose: ' ', topics: [''], programs: [], ...noContact, agenda: [], url: '' };
    expect(describeVisit({ ...facts, ...empty }, 'participant', dates)).toBe(
      'Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB\n' +
        'Tamu: Bapas Kelas II Purwokerto\nTuan rumah: Rutan Kelas IIB Banjarnegara\n\n' +
        'Nomor kunjungan: ST-2025-000123',
    );
  });
});
