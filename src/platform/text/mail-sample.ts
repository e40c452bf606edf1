import type { LetterBody } from './letter.js';

/** A mail as it would look, to be shown to whoever runs the system; it is never sent. */
export interface MailSample extends LetterBody {
  /** Part of the page's address: small letters and dashes. */
  name: string;
  /** When such a mail is sent, in Indonesian. */
  occasion: string;
  subject: string;
}

/** A made-up visit that every sample is about. */
export const sampleVisit = {
  reference: 'ST-2025-000123',
  kind: 'study-visit',
  title: 'Ketahanan pangan dan kehumasan',
  guestUnitName: 'Bapas Kelas II Purwokerto',
  hostUnitName: 'Rutan Kelas IIB Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  timeZone: 'Asia/Jakarta',
  place: 'Aula, Rutan Kelas IIB Banjarnegara',
  purpose: 'Mempelajari kebun pangan dan pengelolaan media sosial.',
  contact: 'Siti Rahayu, +6281200000000, siti@contoh.test',
  pageUrl: 'https://sambang.contoh.test/kunjungan/contoh',
  hostRules: ['Membawa kartu identitas.', 'Telepon dititipkan di pintu utama.'],
} as const;

/** Whom the samples are addressed to. */
export const sampleReader = 'Siti Rahayu';

/** That reader's own page, for who has no account. */
export const samplePage = { name: sampleReader, href: 'https://sambang.contoh.test/jawab/contoh' } as const;
