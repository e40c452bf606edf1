import { sameHours, type OwnHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import { personalActions, type PersonalLink } from '../../visits/domain/index.js';
import { blankFacts, type SummaryFacts, type ToldContent } from './summary.js';
import {
  followUpLine,
  learningLine,
  letterLine,
  attendedLines,
  photoWords,
  sessionLines,
  sideLine,
} from './summary-lines.js';

/** The visit that a summary is about. */
export interface SummarisedVisit {
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
  pageUrl: string;
  /** The own pages of those who have the address and no account. */
  pages?: readonly PersonalLink[];
}

type Mail = LetterBody & { subject: string };

/** The mail that carries a published summary; from the second revision on it says that it takes the first one's place. */
export function summaryMail(
  name: string,
  visit: SummarisedVisit,
  revision: number,
  content: ToldContent,
): Mail {
  const subject =
    revision === 1 ? `Ringkasan: ${visit.title}` : `Ringkasan, revisi ${revision}: ${visit.title}`;
  const blocks: LetterBlock[] = [
    { text: opening(revision, content.automatic) },
    factsOf(visit, content),
    { facts: [['Hasil', content.outcomes]] },
    { facts: [['Keputusan', content.decisions]] },
    { facts: [['Catatan', content.notes]] },
    { heading: 'Yang ingin dipelajari', list: content.learning.map(learningLine) },
    { heading: 'Tindak lanjut', list: content.followUps.map(followUpLine) },
    ...recordOf(visit, content),
    { action: 'Buka kunjungan', href: visit.pageUrl },
    ...personalActions(visit.pages ?? []),
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

/** Who came, what was on, what was noted, and what can be opened. */
function recordOf(visit: SummarisedVisit, content: ToldContent): LetterBlock[] {
  const { attendance, practices, links, files, photos } = content;
  const sessions = sessionLines(content.agenda, visit.timeZone);
  return [
    { heading: 'Kehadiran', list: content.sides.map(sideLine) },
    {
      facts: attendedLines(attendance),
    },
    {
      heading: 'Susunan acara',
      list: sessions.map(({ time, title, beside }) =>
        [`${time}: ${title}`, beside].filter(Boolean).join(' – '),
      ),
    },
    {
      heading: 'Catatan hari kunjungan',
      list: content.dayNotes.map(({ text, authorName }) => `${shortened(text)} – ${authorName}`),
    },
    { heading: `Foto (${photos.length})`, list: photos.map((photo) => shortened(photoWords(photo))) },
    // A mail can be called back by nobody: photos stay where they can be removed, and where it is known who looks.
    { text: photos.length > 0 ? 'Fotonya dapat dilihat di halaman kunjungan.' : '', only: 'accounts' },
    {
      text:
        photos.length > 0 && visit.pages?.length ? 'Fotonya dapat dilihat di halaman kunjungan Anda.' : '',
      only: 'others',
    },
    { heading: 'Praktik baik', list: practices },
    { heading: 'Berkas dan tautan', list: [...links, ...files].map(linkLine), only: 'accounts' },
    {
      heading: 'Berkas dan tautan',
      list: [...links.map(linkLine), ...files.map(({ title }) => title)],
      only: 'others',
    },
  ];
}

const LONGEST_IN_MAIL = 800;

const shortened = (text: string): string =>
  text.length <= LONGEST_IN_MAIL
    ? text
    : `${text.slice(0, LONGEST_IN_MAIL).trimEnd()}… (selengkapnya di halaman kunjungan)`;

const linkLine = ({ title, url }: { title: string; url: string }): string =>
  title ? `${title}: ${url}` : url;

function opening(revision: number, automatic: boolean): string {
  if (automatic) {
    return (
      'Ringkasan ini dikirim otomatis karena belum ada yang menerbitkannya sampai dua hari kerja sesudah kunjungan. ' +
      'Isinya adalah hal-hal yang tercatat sampai saat ini; ringkasan yang dilengkapi akan dikirim sebagai revisi.'
    );
  }
  return revision === 1
    ? 'Berikut ringkasan kunjungan yang telah dilaksanakan.'
    : `Ringkasan kunjungan ini telah diperbaiki. Revisi ${revision} ini menggantikan yang sebelumnya.`;
}

const factsOf = (visit: SummarisedVisit, told: SummaryFacts = blankFacts): LetterBlock => ({
  facts: [
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
    ['Tempat', told.place || visit.place],
    ['Topik', told.topics.join(', ')],
    ['Program', told.programs.join('\n')],
    ...told.letters.map((letter) => [letter.name, letterLine(letter)] as const),
    ['Nomor kunjungan', visit.reference],
  ],
});

/** The mail that asks for the summary of a visit that is over. */
export function summaryReminder(name: string, visit: SummarisedVisit, deadline: Date): Mail {
  const subject = `Mohon tulis ringkasan: ${visit.title}`;
  const until = formatDateTimeRange(sameHours(deadline, deadline), visit.timeZone).replace(/–\S+/, '');
  const blocks: LetterBlock[] = [
    {
      text: 'Kunjungan berikut telah selesai. Mohon isi daftar hadir dan tulis ringkasannya, lalu terbitkan.',
      only: 'accounts',
    },
    {
      text: 'Kunjungan berikut telah selesai. Anda tercatat sebagai notulis atau pimpinan rombongan. Karena ringkasan ditulis dengan akun, mohon sampaikan hasil dan daftar hadirnya kepada petugas UPT Anda atau narahubung kunjungan.',
      only: 'others',
    },
    factsOf(visit),
    { text: `Bila belum diterbitkan sampai ${until}, ringkasan dikirim otomatis dengan isi seadanya.` },
    { action: 'Tulis ringkasan', href: visit.pageUrl },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}
