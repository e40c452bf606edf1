import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { checkDays, openUntil } from './learning-check.js';
import { learningMail } from './learning-mail.js';

const visit = {
  ...sampleVisit,
  learningQuestions: ['Bagaimana hasil kebun dicatat?', 'Siapa yang menulis beritanya?'],
};
const link = {
  pageUrl: 'https://sambang.contoh.test/belajar/contoh',
  expiresAt: openUntil(sampleVisit.endsAt),
};

export const learningMailSamples = (): MailSample[] =>
  checkDays.map((day) => ({
    name: `learning-${day}`,
    occasion: `${day} hari sesudah kunjungan yang punya pertanyaan belajar: kepada pimpinan rombongan tamu`,
    ...learningMail(sampleReader, visit, day, link),
  }));
