import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import type { SummaryContent } from './summary.js';

/** The visit that a summary is about. */
export interface SummarisedVisit {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  pageUrl: string;
}

type Mail = LetterBody & { subject: string };

const people = (names: readonly string[]): string =>
  names.length === 0 ? '' : `${names.length} orang: ${names.join(', ')}`;

/** The mail that carries a published summary; from the second revision on it says that it takes the first one's place. */
export function summaryMail(
  name: string,
  visit: SummarisedVisit,
  revision: number,
  content: SummaryContent,
): Mail {
  const { attendance, followUps, practices, links, files } = content;
  const subject =
    revision === 1 ? `Ringkasan: ${visit.title}` : `Ringkasan, revisi ${revision}: ${visit.title}`;
  const blocks: LetterBlock[] = [
    { text: opening(revision, content.automatic) },
    factsOf(visit),
    { facts: [['Hasil', content.outcomes]] },
    { facts: [['Keputusan', content.decisions]] },
    { facts: [['Catatan', content.notes]] },
    {
      facts: [
        ['Hadir', people(attendance.present)],
        ['Tidak hadir', people(attendance.absent)],
        ['Kehadiran belum dicatat', people(attendance.unknown)],
      ],
    },
    { heading: 'Tindak lanjut', list: followUps.map(followUpLine) },
    { heading: 'Praktik baik', list: practices },
    {
      heading: 'Berkas dan tautan',
      list: [...links, ...files].map(({ title, url }) => (title ? `${title}: ${url}` : url)),
    },
    { action: 'Buka kunjungan', href: visit.pageUrl },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

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

const followUpLine = ({ what, unitName, person, dueOn }: SummaryContent['followUps'][number]): string =>
  `${what} – ${[person, unitName].filter(Boolean).join(', ')}, paling lambat ${formatCalendarDate(dueOn)}`;

const factsOf = (visit: SummarisedVisit): LetterBlock => ({
  facts: [
    ['Tamu', visit.guestUnitName],
    ['Tuan rumah', visit.hostUnitName],
    ['Waktu', formatDateTimeRange(visit.startsAt, visit.endsAt, visit.timeZone)],
    ['Tempat', visit.place],
    ['Nomor kunjungan', visit.reference],
  ],
});

/** The mail that asks for the summary of a visit that is over. */
export function summaryReminder(name: string, visit: SummarisedVisit, deadline: Date): Mail {
  const subject = `Mohon tulis ringkasan: ${visit.title}`;
  const until = formatDateTimeRange(deadline, deadline, visit.timeZone).replace(/–\S+/, '');
  const blocks: LetterBlock[] = [
    {
      text: 'Kunjungan berikut telah selesai. Mohon isi daftar hadir dan tulis ringkasannya, lalu terbitkan.',
    },
    factsOf(visit),
    { text: `Bila belum diterbitkan sampai ${until}, ringkasan dikirim otomatis dengan isi seadanya.` },
    { action: 'Tulis ringkasan', href: visit.pageUrl },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}
