import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { seriesMail, seriesNotices } from './series-mail.js';
import { seriesSteps } from './series-steps.js';

const facts = {
  title: 'Rapat koordinasi klien pemasyarakatan',
  guestUnitName: sampleVisit.guestUnitName,
  hostUnitName: sampleVisit.hostUnitName,
  rule: 'Setiap Selasa pertama, 4 November 2025 sampai 31 Maret 2026',
  times: ['Selasa, 4 November 2025, pukul 09.00–11.00 WIB', 'Selasa, 2 Desember 2025, pukul 09.00–11.00 WIB'],
  reason: null,
  actorName: 'Budi Santoso',
  pageUrl: 'https://sambang.contoh.test/rangkaian/contoh',
};

export const seriesMailSamples = (): MailSample[] =>
  seriesSteps.map((step) => ({
    name: `series-${step}`,
    occasion: seriesNotices[step].subject,
    ...seriesMail(step, sampleReader, facts),
  }));
