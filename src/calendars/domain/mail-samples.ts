import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { invitationMail } from './invitation-mail.js';
import type { PlannedMessage, Shown } from './invitation-plan.js';

const shown: Shown = {
  title: sampleVisit.title,
  startsAt: sampleVisit.startsAt.toISOString(),
  endsAt: sampleVisit.endsAt.toISOString(),
  place: sampleVisit.place,
  purpose: sampleVisit.purpose,
  contact: sampleVisit.contact,
};
const before: Shown = { ...shown, startsAt: '2025-10-29T02:00:00.000Z', endsAt: '2025-10-29T05:00:00.000Z' };

const occasions: Readonly<Record<PlannedMessage['kind'], string>> = {
  invitation: 'Kunjungan dikonfirmasi: undangan kalender untuk setiap peserta',
  update: 'Waktu, tempat atau isi kunjungan berubah',
  cancelled: 'Kunjungan dibatalkan',
  removed: 'Seorang peserta dikeluarkan dari daftar',
  replaced: 'Seorang peserta kini mengikuti sesi lain',
};

export const invitationMailSamples = (): MailSample[] =>
  (Object.keys(occasions) as PlannedMessage['kind'][]).map((kind) => {
    const isAsked = kind === 'invitation' || kind === 'update';
    const message = { kind, name: sampleReader, before: kind === 'update' ? before : null };
    const facts = { ...sampleVisit, shown, reason: kind === 'cancelled' ? 'Peserta berhalangan.' : '' };
    const answerUrl = isAsked ? 'https://sambang.contoh.test/jawab/contoh' : null;
    return {
      name: `invitation-${kind}`,
      occasion: occasions[kind],
      ...invitationMail(message, facts, answerUrl),
    };
  });
