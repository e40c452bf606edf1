import { samplePage, sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { nobodyAttended, type ToldContent, type ToldEntry } from './summary.js';
import { summaryMail, summaryReminder } from './summary-mail.js';

const told = (id: string, kind: ToldEntry['kind'], text: string): ToldEntry => ({
  id,
  kind,
  text,
  authorName: 'Budi Santoso',
  enteredAt: new Date('2025-10-30T03:00:00Z'),
  ...(kind === 'photo' ? { width: 1600, height: 1200 } : { width: null, height: null }),
});

const content: ToldContent = {
  outcomes: 'Bapas Purwokerto mempelajari kebun sayur yang dikelola warga binaan.',
  decisions: 'Kebun percontohan dibuat di Bapas dalam tiga bulan.',
  notes: '',
  links: [{ title: 'Foto kegiatan', url: 'https://contoh.test/foto' }],
  attendance: { ...nobodyAttended, present: ['Siti Rahayu', 'Budi Santoso'], unknown: ['Ani'] },
  followUps: [
    {
      what: 'Menyusun rencana kebun percontohan',
      unitName: sampleVisit.guestUnitName,
      person: 'Budi Santoso',
      dueOn: '2025-11-28',
    },
  ],
  practices: ['Jadwal siram bergilir dalam kelompok kecil'],
  files: [{ title: 'Materi.pdf', url: 'https://sambang.contoh.test/api/visits/contoh/files/contoh' }],
  topics: ['Ketahanan pangan', 'Kehumasan'],
  programs: ['2. Pemberdayaan warga binaan untuk ketahanan pangan'],
  place: sampleVisit.place,
  letters: [{ name: 'Surat permohonan', number: 'WP.13.PAS.7-PK.01.08-120', date: '2025-10-06' }],
  agenda: [
    {
      startsAt: '2025-10-30T02:00:00.000Z',
      endsAt: '2025-10-30T02:30:00.000Z',
      title: 'Penerimaan tamu',
      place: 'Aula',
      persons: ['Tono'],
    },
    {
      startsAt: '2025-10-30T02:30:00.000Z',
      endsAt: '2025-10-30T04:30:00.000Z',
      title: 'Peninjauan kebun',
      place: '',
      persons: [],
    },
  ],
  sides: [
    { side: 'guest', name: sampleVisit.guestUnitName, invited: 3, came: 2, unmarked: 1 },
    { side: 'host', name: sampleVisit.hostUnitName, invited: 1, came: 1, unmarked: 0 },
  ],
  entries: ['catatan', 'foto'],
  dayNotes: [told('catatan', 'note', 'Bibit disemai sendiri, 12 baki setiap minggu.')],
  photos: [told('foto', 'photo', 'Peninjauan kebun sayur')],
  removed: 0,
  learning: [
    {
      id: null,
      question: 'Bagaimana hasil kebun dicatat?',
      session: 'Peninjauan kebun',
      answer: 'Setiap panen ditimbang dan ditulis di papan.',
    },
  ],
  automatic: false,
};

const visit = { ...sampleVisit, pages: [samplePage] };

export const summaryMailSamples = (): MailSample[] => [
  {
    name: 'summary',
    occasion: 'Ringkasan diterbitkan',
    ...summaryMail(sampleReader, visit, 1, content),
  },
  {
    name: 'summary-revision',
    occasion: 'Ringkasan diperbaiki',
    ...summaryMail(sampleReader, visit, 2, content),
  },
  {
    name: 'summary-automatic',
    occasion: 'Tidak ada yang menerbitkan ringkasan sampai dua hari kerja sesudah kunjungan',
    ...summaryMail(sampleReader, visit, 1, {
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
