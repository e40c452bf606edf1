import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { nameList } from '../../platform/text/name-list.js';
import { invitationMail } from './invitation-mail.js';
import type { PlannedMessage, ToldEvent } from './invitation-plan.js';

const shown: ToldEvent = {
  title: sampleVisit.title,
  startsAt: sampleVisit.startsAt.toISOString(),
  endsAt: sampleVisit.endsAt.toISOString(),
  place: sampleVisit.place,
  purpose: sampleVisit.purpose,
  contact: sampleVisit.contact,
};
const before: ToldEvent = {
  ...shown,
  startsAt: '2025-10-29T02:00:00.000Z',
  endsAt: '2025-10-29T05:00:00.000Z',
};

const occasions: Readonly<Record<PlannedMessage['kind'], string>> = {
  invitation: 'Kunjungan dikonfirmasi: undangan kalender untuk setiap peserta',
  update: 'Waktu, tempat atau isi kunjungan berubah',
  cancelled: 'Kunjungan dibatalkan',
  removed: 'Seorang peserta dikeluarkan dari daftar',
  replaced: 'Seorang peserta kini mengikuti sesi lain',
};

const together = ['Budi Santoso', 'Siti Aminah'];

/** The invitation of two who share an address. */
function sharedSample(): MailSample {
  const answers = together.map((name, index) => ({
    name,
    href: `https://sambang.contoh.test/jawab/contoh-${index}`,
  }));
  const message = { kind: 'invitation', name: nameList(together), before: null } as const;
  return {
    name: 'invitation-shared',
    occasion: 'Beberapa peserta memakai satu alamat surel: satu undangan untuk semuanya',
    ...invitationMail(message, { ...sampleVisit, shown, reason: '' }, answers),
  };
}

export const invitationMailSamples = (): MailSample[] => [...kindSamples(), sharedSample()];

const kindSamples = (): MailSample[] =>
  (Object.keys(occasions) as PlannedMessage['kind'][]).map((kind) => {
    const isAsked = kind !== 'removed' && kind !== 'replaced';
    const message = { kind, name: sampleReader, before: kind === 'update' ? before : null };
    const facts = { ...sampleVisit, shown, reason: kind === 'cancelled' ? 'Peserta berhalangan.' : '' };
    const answers = isAsked ? [{ name: sampleReader, href: 'https://sambang.contoh.test/jawab/contoh' }] : [];
    return {
      name: `invitation-${kind}`,
      occasion: occasions[kind],
      ...invitationMail(message, facts, answers),
    };
  });
