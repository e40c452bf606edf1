import { samplePage, sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { digestMail } from './digest-mail.js';
import type { RegionVisit } from './region-digest.js';
import { agendaReminder, answerReminder, linkReminder, participantReminder } from './reminder-mail.js';

const reader = { name: sampleReader, standing: 'accepted', zone: 'Asia/Makassar' } as const;
const officer = { name: sampleReader, zone: 'Asia/Jakarta' } as const;
const before = (days: number) => new Date(sampleVisit.startsAt.getTime() - days * 86_400_000);
const evening = {
  sessions: [
    { startsAt: sampleVisit.startsAt, endsAt: sampleVisit.endsAt, title: 'Tur kebun', place: 'Kebun' },
  ],
  hostRules: sampleVisit.hostRules,
};
const visit = (over: Partial<RegionVisit>): RegionVisit => ({
  ...sampleVisit,
  state: 'confirmed',
  waitingSince: before(20),
  needsApproval: false,
  ...over,
});

export const reminderMailSamples = (): MailSample[] => [
  {
    name: 'reminder-days',
    occasion: 'Pagi hari, beberapa hari sebelum kunjungan',
    ...participantReminder(reader, { ...sampleVisit, pages: [samplePage] }, before(3), null),
  },
  {
    name: 'reminder-evening',
    occasion: 'Sore hari sebelum kunjungan, dengan susunan acara dan ketentuan',
    ...participantReminder(reader, { ...sampleVisit, pages: [samplePage] }, before(1), evening),
  },
  {
    name: 'reminder-answer',
    occasion: 'Permintaan belum dijawab',
    ...answerReminder(officer, sampleVisit, 2),
  },
  {
    name: 'reminder-agenda',
    occasion: 'Kunjungan sudah dekat tanpa susunan acara',
    ...agendaReminder(officer, sampleVisit),
  },
  {
    name: 'reminder-link',
    occasion: 'Kunjungan daring sudah dekat tanpa tautan rapat',
    ...linkReminder(officer, { ...sampleVisit, place: 'Daring' }),
  },
  {
    name: 'digest',
    occasion: 'Awal pekan, untuk Kanwil',
    ...digestMail(
      { name: sampleReader, officeName: 'Kanwil Jawa Tengah' },
      {
        toApprove: [visit({ state: 'requested', needsApproval: true })],
        unanswered: [],
        coming: [visit({})],
        held: [visit({ state: 'held' })],
        withoutSummary: [],
        overdue: [
          {
            what: 'Menyusun rencana kebun percontohan',
            unitName: sampleVisit.guestUnitName,
            dueOn: '2025-10-24',
            visitReference: sampleVisit.reference,
          },
        ],
      },
      '2025-10-27',
      'https://sambang.contoh.test/kunjungan',
    ),
  },
];
