import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { quoteMail } from './quote-mail.js';

const link = {
  url: 'https://sambang.contoh.test/kutipan/contoh',
  expiresAt: new Date('2025-11-13T03:00:00Z'),
};

export const pressMailSamples = (): MailSample[] => [
  {
    name: 'press-quote',
    occasion: 'Humas meminta kutipan untuk siaran pers: kepada kepala kantor tamu atau tuan rumah',
    ...quoteMail(sampleReader, sampleVisit.hostUnitName, sampleVisit, link),
  },
];
