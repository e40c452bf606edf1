import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import { standWords, tapStands, type CheckDay } from './learning-check.js';

/** The visit that is asked about. */
export interface LearnedVisit {
  reference: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  learningQuestions: readonly string[];
}

/** Asks the guest's leader what is done of it; each answer is a tap, which opens a page where it is chosen already. */
export function learningMail(
  name: string,
  visit: LearnedVisit,
  day: CheckDay,
  link: { pageUrl: string; expiresAt: Date },
): LetterBody & { subject: string } {
  const subject = `Sesudah ${day} hari, apa yang sudah diterapkan: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text: `${day} hari telah berlalu sejak kunjungan berikut. Apa yang sudah dikerjakan dari yang dipelajari? Cukup satu ketukan; Anda tidak perlu akun.`,
    },
    {
      facts: [
        ['Tamu', visit.guestUnitName],
        ['Tuan rumah', visit.hostUnitName],
        ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
        ['Nomor kunjungan', visit.reference],
      ],
    },
    { heading: 'Yang ingin dipelajari', list: [...visit.learningQuestions] },
    ...tapStands.map((stand) => ({
      action: standWords[stand],
      href: `${link.pageUrl}?jawab=${stand}`,
      open: true,
    })),
    {
      text: `Jawaban dikirim dengan tombol pada halaman yang terbuka, dan dapat diubah sampai ${formatDate(link.expiresAt, visit.timeZone)}. Kedua UPT dan Kanwil membacanya. Tautan ini milik Anda, mohon tidak diteruskan.`,
    },
  ];
  return { subject: `${subject} (${visit.reference})`, ...layOutLetter({ title: subject, name, blocks }) };
}
