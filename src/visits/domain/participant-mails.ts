import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { Zone } from '../../platform/text/zones.js';

/** The visit as mails about a participant's own page and data tell it. */
export interface ParticipantMailFacts {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  timeZone: Zone;
}

type Mail = LetterBody & { subject: string };

const factsOf = (visit: ParticipantMailFacts): LetterBlock => ({
  facts: [
    ['Kunjungan', `${visit.title} (${visit.reference})`],
    ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
  ],
});

/** Brings somebody a new link to the own page. */
export function newLinkMail(name: string, visit: ParticipantMailFacts, href: string): Mail {
  const title = 'Tautan halaman kunjungan Anda';
  const blocks: LetterBlock[] = [
    {
      text: 'Berikut tautan baru ke halaman Anda untuk kunjungan ini: susunan acara, jawaban, kalender, dan ringkasannya. Anda tidak perlu akun.',
    },
    factsOf(visit),
    { action: 'Buka halaman kunjungan', href, open: true },
    { text: 'Tautan ini milik Anda, mohon tidak diteruskan.' },
  ];
  return { subject: `${title}: ${visit.title}`, ...layOutLetter({ title, name, blocks }) };
}

/** Asks the owner of a mailbox whether a participant may have its address. */
export function ownAddressMail(name: string, visit: ParticipantMailFacts, href: string): Mail {
  const title = 'Mohon pastikan alamat surel Anda';
  const blocks: LetterBlock[] = [
    {
      text: 'Alamat ini ditulis sebagai alamat surel Anda untuk kunjungan berikut. Bila benar, buka tautan ini; undangan dan kabar berikutnya lalu dikirim ke sini.',
    },
    factsOf(visit),
    { action: 'Pastikan alamat saya', href, open: true },
    {
      text: 'Tautan ini berlaku tujuh hari. Bila bukan Anda yang meminta, abaikan surel ini; tidak ada yang berubah.',
    },
  ];
  return { subject: `${title}: ${visit.title}`, ...layOutLetter({ title, name, blocks }) };
}

/** Tells the address that somebody had that news goes to another one from now on. */
export function leftAddressMail(name: string, visit: ParticipantMailFacts, to: string): Mail {
  const title = 'Alamat surel Anda diganti';
  const blocks: LetterBlock[] = [
    {
      text: `Kabar tentang kunjungan berikut selanjutnya dikirim ke ${shownEmail(to)}. Bila bukan Anda yang menggantinya, mohon hubungi narahubung kunjungan.`,
    },
    factsOf(visit),
  ];
  return { subject: `${title}: ${visit.title}`, ...layOutLetter({ title, name, blocks }) };
}
