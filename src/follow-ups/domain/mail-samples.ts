import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { confirmationWanted, followUpReminder, type MailedFollowUp } from './follow-up-mail.js';

const sample: MailedFollowUp = {
  what: 'Membuat satu demplot sayuran bersama klien pemasyarakatan',
  personName: 'Hendra Setiawan',
  unitName: sampleVisit.guestUnitName,
  dueOn: '2025-12-31',
  visitReference: sampleVisit.reference,
  visitTitle: sampleVisit.title,
  pageUrl: 'https://sambang.contoh.test/tindak-lanjut/contoh',
};

export const followUpMailSamples = (): MailSample[] => [
  {
    name: 'follow-up-reminder-due',
    occasion: 'Tindak lanjut sepekan lagi jatuh tempo',
    ...followUpReminder(sampleReader, sample, '2025-12-24'),
  },
  {
    name: 'follow-up-reminder-late',
    occasion: 'Tindak lanjut terlambat tiga hari',
    ...followUpReminder(sampleReader, sample, '2026-01-03'),
  },
  {
    name: 'follow-up-done',
    occasion: 'Tindak lanjut selesai, untuk UPT mitra dan Kanwil',
    ...confirmationWanted(sampleReader, {
      ...sample,
      fromUnitName: sampleVisit.hostUnitName,
      evidence: 'Demplot 40 m² ditanami kangkung dan bayam.',
    }),
  },
];
