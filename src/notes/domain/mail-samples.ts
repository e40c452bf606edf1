import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { answerMail, questionMail, reviewMail } from './note-mail.js';

const note = {
  title: 'Kebun sayur di lahan sempit',
  unitName: sampleVisit.hostUnitName,
  pageUrl: 'https://sambang.contoh.test/praktik-baik/contoh',
};
const question = 'Berapa biaya membuat satu rak tanam?';

export const noteMailSamples = (): MailSample[] => [
  {
    name: 'note-question',
    occasion: 'Seseorang bertanya tentang praktik baik',
    ...questionMail(sampleReader, note, { by: 'Budi Santoso, Bapas Kelas II Purwokerto', body: question }),
  },
  {
    name: 'note-answer',
    occasion: 'Pertanyaan tentang praktik baik dijawab',
    ...answerMail(sampleReader, note, { by: 'Dwi Prasetyo', question, answer: 'Sekitar Rp250.000 per rak.' }),
  },
  {
    name: 'note-review',
    occasion: 'Praktik baik perlu ditinjau, dua belas bulan sesudah terbit',
    ...reviewMail(sampleReader, note, '2026-10-31'),
  },
];
