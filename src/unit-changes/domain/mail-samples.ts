import { sampleReader, type MailSample } from '../../platform/text/mail-sample.js';
import { changeMailOccasions, changeMailWords, unitChangeMail } from './unit-change-mail.js';

const facts = {
  kind: 'merged',
  effectiveOn: '2026-01-01',
  unitName: 'Cabang Rutan Bobotsari',
  successorName: 'Rutan Kelas IIB Purbalingga',
  name: null,
  opens: [],
  endsOrigin: false,
  decree: 'M.IP-12.OT.01.01 Tahun 2025',
  reason: 'Penataan organisasi.',
  actorName: 'Budi Santoso',
  visits: 2,
  pageUrl: 'https://sambang.contoh.test/pengelolaan/perubahan-upt/contoh',
} as const;

export const unitChangeMailSamples = (): MailSample[] =>
  changeMailOccasions.map((occasion) => ({
    name: `unit-change-${occasion}`,
    occasion: changeMailWords[occasion].subject,
    ...unitChangeMail(occasion, sampleReader, {
      ...facts,
      decisionReason: ['refused', 'withdrawn'].includes(occasion) ? 'Keputusannya belum terbit.' : '',
    }),
  }));
