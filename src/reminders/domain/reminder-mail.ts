import type { OwnHours } from '../../platform/text/day-hours.js';
import { NO_LINK, personalActions, type PersonalLink } from '../../visits/domain/index.js';
import { daysAheadWords } from '../../platform/text/time-left.js';
import { daysBetween } from '../../platform/text/calendar-dates.js';
import { formatDateTimeRange, formatTimeRange, localDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';

/** A visit as a reminder shows it. */
export interface RemindedVisit {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  contact: string;
  pageUrl: string;
  /** Whether that page needs no account. */
  isOpenPage?: boolean;
  /** The own pages of those who have the address and no account. */
  pages?: readonly PersonalLink[];
}

/** What the mail of the evening before tells beside the visit. */
export interface EveningParts {
  sessions: readonly { startsAt: Date; endsAt: Date; title: string; place: string }[];
  /** What the host asks of its guests, line by line. */
  hostRules: readonly string[];
}

type Mail = LetterBody & { subject: string };

const answers: Readonly<Record<string, string>> = {
  'not-invited': 'undangan belum dikirim',
  'needs-action': 'belum dijawab',
  accepted: 'hadir',
  tentative: 'mungkin hadir',
};

/** What is asked of somebody who has not answered, by where that is answered. */
const askedOf = (link: string): Readonly<Record<string, string>> => ({
  'not-invited': 'Surat undangannya belum sampai kepada Anda. Mohon kabari narahubung bila Anda berhalangan.',
  'needs-action': `Mohon jawab melalui tautan ${link}, agar tuan rumah tahu siapa yang datang.`,
});

const askedWords = (standing: string, link: string): string =>
  askedOf(link)[standing] ?? `Bila Anda berhalangan, ubah jawaban melalui tautan ${link}.`;

/** Reminds somebody who takes part; the text counts the days from the recipient's own date. */
export function participantReminder(
  recipient: { name: string; standing: string; zone: Zone },
  visit: RemindedVisit,
  now: Date,
  evening: EveningParts | null,
): Mail {
  const { name, standing, zone } = recipient;
  const days = daysBetween(localDate(now, zone), localDate(visit.startsAt, zone));
  const when = daysAheadWords(days);
  const subject = `Pengingat, ${when}: ${visit.title}`;
  const blocks: LetterBlock[] = [
    { text: `Kunjungan yang Anda ikuti berlangsung ${when}.` },
    { facts: [...timeAndPlace(visit, zone), ['Jawaban Anda', answers[standing] ?? '']] },
    ...(evening
      ? [
          { heading: 'Susunan acara', list: evening.sessions.map((session) => sessionLine(session, visit)) },
          { heading: 'Ketentuan tuan rumah', list: evening.hostRules },
        ]
      : []),
    { text: askedWords(standing, 'dalam surat undangan'), only: 'accounts' },
    { text: askedWords(standing, 'di bawah ini'), only: 'others' },
    { action: 'Buka kunjungan', href: visit.pageUrl },
    ...personalActions(visit.pages ?? []),
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

function sessionLine(
  { startsAt, endsAt, title, place }: EveningParts['sessions'][number],
  { timeZone }: RemindedVisit,
): string {
  return `${formatTimeRange(startsAt, endsAt, timeZone)}: ${title}${place && ` (${place})`}`;
}

/** In the host's zone, and in the recipient's where that is another one. */
function timeAndPlace(visit: RemindedVisit, zone: Zone): (readonly [string, string])[] {
  const { startsAt, endsAt, ownHours, timeZone } = visit;
  const isElsewhere = zoneLabel(zone) !== zoneLabel(timeZone);
  const here = ownHours === null ? formatTimeRange(startsAt, endsAt, zone) : formatDateTimeRange(visit, zone);
  const own = isElsewhere ? ` (${here})` : '';
  return [
    ['Waktu', `${formatDateTimeRange(visit, timeZone)}${own}`],
    ['Tempat', visit.place],
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Narahubung', visit.contact],
    ['Nomor kunjungan', visit.reference],
  ];
}

/** Asks the side whose turn it is for an answer to a request or to a proposed time. */
export function answerReminder(
  recipient: { name: string; zone: Zone },
  visit: RemindedVisit,
  workingDays: number,
): Mail {
  const subject = `Menunggu jawaban Anda: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text: `Permintaan kunjungan berikut menunggu jawaban UPT Anda sejak ${workingDays} hari kerja atau lebih. Mohon diterima, ditolak, atau usulkan waktu lain.`,
    },
    { facts: timeAndPlace(visit, recipient.zone) },
    { action: 'Jawab permintaan', href: visit.pageUrl, open: visit.isOpenPage === true },
  ];
  return {
    subject: `${subject} (${visit.reference})`,
    ...layOutLetter({ title: subject, name: recipient.name, blocks }),
  };
}

/** Asks both units for the agenda of a visit that is near. */
export function agendaReminder(recipient: { name: string; zone: Zone }, visit: RemindedVisit): Mail {
  const subject = `Susunan acara belum ada: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text: 'Kunjungan berikut sudah dekat, tetapi susunan acaranya belum diterbitkan. Mohon disusun bersama, lalu terbitkan agar semua peserta menerimanya.',
    },
    { facts: timeAndPlace(visit, recipient.zone) },
    { action: 'Susun acara', href: visit.pageUrl },
  ];
  return {
    subject: `${subject} (${visit.reference})`,
    ...layOutLetter({ title: subject, name: recipient.name, blocks }),
  };
}

/** Asks both units for the link of a meeting by video that is near. */
export function linkReminder(recipient: { name: string; zone: Zone }, visit: RemindedVisit): Mail {
  const subject = `${NO_LINK}: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text: 'Kunjungan berikut sudah dekat dan diikuti secara daring, tetapi tautan rapatnya belum diisi. Mohon buat rapatnya, lalu isikan tautannya agar sampai ke kalender semua peserta.',
    },
    { facts: timeAndPlace(visit, recipient.zone) },
    { action: 'Isi tautan rapat', href: `${visit.pageUrl}/ubah` },
  ];
  return {
    subject: `${subject} (${visit.reference})`,
    ...layOutLetter({ title: subject, name: recipient.name, blocks }),
  };
}
