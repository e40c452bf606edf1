import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import type { GuestAnswer } from './guest-answers.js';

/** Who is told of an answer: those who were asked, or whoever asked, with the host and the regional offices of both. */
export type GuestAudience = 'asked' | 'askers' | 'everybody';

interface GuestMail {
  audience: GuestAudience;
  subject: string;
  opening: string;
}

const mails: Readonly<Record<GuestAnswer, GuestMail>> = {
  asked: {
    audience: 'asked',
    subject: 'Ajakan kunjungan bersama',
    opening:
      'Kantor Anda diajak ikut dalam kunjungan berikut. Mohon buka kunjungan ini, lalu nyatakan ikut atau tidak.',
  },
  joined: {
    audience: 'everybody',
    subject: 'Tamu bertambah',
    opening: 'Kantor berikut ikut dalam kunjungan ini dengan rombongannya sendiri.',
  },
  declined: {
    audience: 'askers',
    subject: 'Ajakan tidak diterima',
    opening: 'Kantor yang diajak tidak dapat ikut dalam kunjungan berikut.',
  },
  left: {
    audience: 'everybody',
    subject: 'Tamu mengundurkan diri',
    opening: 'Kantor berikut tidak jadi ikut dalam kunjungan ini. Rombongannya dihapus dari daftar peserta.',
  },
  lapsed: {
    audience: 'askers',
    subject: 'Ajakan tidak dijawab',
    opening:
      'Ajakan kunjungan bersama tidak dijawab sampai batas waktunya, sehingga tidak berlaku lagi. Bila perlu, ajak lagi di halaman kunjungan.',
  },
  'taken-back': {
    audience: 'asked',
    subject: 'Ajakan ditarik kembali',
    opening: 'Ajakan untuk ikut dalam kunjungan berikut ditarik kembali oleh pengajaknya.',
  },
  ended: {
    audience: 'asked',
    subject: 'Ajakan tidak berlaku lagi',
    opening:
      'Kunjungan berikut tidak jadi atau sudah selesai, sehingga ajakan kepada kantor Anda tidak perlu dijawab.',
  },
};

export const guestAudience = (answer: GuestAnswer): GuestAudience => mails[answer].audience;

/** What a mail tells of an organisation that was asked to join. */
export interface GuestMailFacts {
  reference: string;
  title: string;
  /** The organisation that was asked. */
  organisationName: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  purpose: string;
  dueOn: string | null;
  message: string;
  reason: string;
  partySize: number | null;
  pageUrl: string;
}

type Mail = LetterBody & { subject: string };

/** The mail to one officer about an answer, in Indonesian. */
export function guestMail(answer: GuestAnswer, name: string, facts: GuestMailFacts): Mail {
  const { subject, opening } = mails[answer];
  return letterOf(subject, opening, name, { ...facts, dueOn: answer === 'asked' ? facts.dueOn : null });
}

/** The mail that reminds one officer of an invitation that waits for an answer. */
export const guestReminder = (name: string, facts: GuestMailFacts): Mail =>
  letterOf(
    'Ajakan kunjungan menunggu jawaban',
    'Kantor Anda belum menjawab ajakan untuk ikut dalam kunjungan berikut. Sesudah batas waktunya, ajakan itu tidak berlaku lagi.',
    name,
    facts,
  );

function letterOf(title: string, opening: string, name: string, facts: GuestMailFacts): Mail {
  const { timeZone, partySize } = facts;
  return {
    subject: `${title}: ${facts.title} (${facts.reference})`,
    ...layOutLetter({
      title,
      name,
      blocks: [
        { text: opening },
        {
          facts: [
            ['Kantor yang diajak', facts.organisationName],
            ['Dijawab paling lambat', facts.dueOn === null ? '' : formatCalendarDate(facts.dueOn)],
            ['Tamu', facts.guestUnitName],
            ['Tuan rumah', facts.hostUnitName],
            ['Waktu', formatDateTimeRange(facts, timeZone)],
            ['Tempat', facts.place],
            ['Tujuan', facts.purpose],
            ['Jumlah rombongannya', partySize === null ? '' : `${partySize} orang`],
            ['Pesan', facts.message],
            ['Alasan', facts.reason],
          ],
        },
        { action: 'Buka kunjungan', href: facts.pageUrl },
      ],
    }),
  };
}
