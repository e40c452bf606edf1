import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { feedbackRequest, feedbackResultsMail } from './feedback-mail.js';
import { openUntil } from './feedback-times.js';

const link = {
  formUrl: 'https://sambang.contoh.test/jawab/contoh/masukan',
  expiresAt: openUntil(sampleVisit.endsAt),
};

export const feedbackMailSamples = (): MailSample[] => [
  {
    name: 'feedback',
    occasion: 'Kunjungan selesai: kepada setiap peserta yang hadir',
    ...feedbackRequest(sampleReader, sampleVisit, link, 'first'),
  },
  {
    name: 'feedback-reminder',
    occasion: 'Masukan belum diisi setelah tiga hari kerja',
    ...feedbackRequest(sampleReader, sampleVisit, link, 'reminder'),
  },
  {
    name: 'feedback-results',
    occasion: 'Semua peserta mengisi masukan, atau tujuh hari sesudah kunjungan',
    ...feedbackResultsMail(sampleReader, sampleVisit, {
      asked: 7,
      answered: 5,
      usefulness: { average: 4.6, count: 5, distribution: [0, 0, 0, 2, 3] },
      welcome: { average: 4.75, count: 4, distribution: [0, 0, 0, 1, 3] },
      toCopy: [],
      toImprove: [],
    }),
  },
];
