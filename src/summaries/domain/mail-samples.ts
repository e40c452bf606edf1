import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import type { SummaryContent } from './summary.js';
import { summaryMail, summaryReminder } from './summary-mail.js';

const content: SummaryContent = {
  outcomes: 'Bapas Purwokerto mempelajari kebun sayur yang dikelola warga binaan.',
  decisions: 'Kebun percontohan dibuat di Bapas dalam tiga bulan.',
  notes: '',
  links: [{ title: 'Foto kegiatan', url: 'https://contoh.test/foto' }],
  attendance: { present: ['Siti Rahayu', 'Budi Santoso'], absent: [], unknown: ['Ani'] },
  followUps: [
    {
      what: 'Menyusun rencana kebun percontohan',
      unitName: sampleVisit.guestUnitName,
      person: 'Budi Santoso',
      dueOn: '2025-11-28',
    },
  ],
  practices: ['Jadwal siram bergilir dalam kelompok kecil'],
  files: [],
  automatic: false,
};

export const summaryMailSamples = (): MailSample[] => [
  {
    name: 'summary',
    occasion: 'Ringkasan diterbitkan',
    ...summaryMail(sampleReader, sampleVisit, 1, content),
  },
  {
    name: 'summary-revision',
    occasion: 'Ringkasan diperbaiki',
    ...summaryMail(sampleReader, sampleVisit, 2, content),
  },
  {
    name: 'summary-automatic',
    occasion: 'Tidak ada yang menerbitkan ringkasan sampai dua hari kerja sesudah kunjungan',
    ...summaryMail(sampleReader, sampleVisit, 1, {
      ...content,
      outcomes: '',
      decisions: '',
      automatic: true,
    }),
  },
  {
    name: 'summary-reminder',
    occasion: 'Kunjungan selesai, ringkasannya belum ada',
    ...summaryReminder(sampleReader, sampleVisit, new Date('2025-11-03T05:00:00Z')),
  },
];
