import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { OverdueFollowUp, RegionDigest, RegionVisit } from './region-digest.js';

const headings = {
  toApprove: 'Menunggu persetujuan Kanwil',
  unanswered: 'Permintaan yang belum dijawab lebih dari dua hari kerja',
  coming: 'Akan berlangsung dalam dua pekan',
  held: 'Terlaksana pekan lalu',
  withoutSummary: 'Sudah selesai, ringkasannya belum diterbitkan',
} as const satisfies Partial<Record<keyof RegionDigest, string>>;

/** No list is longer in a mail: the rest is counted, and stands on the page. */
const MOST = 15;

/** The weekly mail to a regional office; what asks for a step stands first. */
export function digestMail(
  recipient: { name: string; officeName: string },
  digest: RegionDigest,
  monday: string,
  pageUrl: string,
): LetterBody & { subject: string } {
  const week = `${formatCalendarDate(monday)} sampai ${formatCalendarDate(addDays(monday, 6))}`;
  const subject = `Sinergi pekan ini: ${recipient.officeName}`;
  const lists = Object.entries(headings) as [keyof typeof headings, string][];
  const blocks: LetterBlock[] = [
    { text: `Ringkasan kunjungan antar-UPT di wilayah ${recipient.officeName}, pekan ${week}.` },
    ...lists.map(([part, heading]) => ({ heading, list: shortened(digest[part].map(visitLine)) })),
    { heading: 'Tindak lanjut yang lewat tenggat', list: shortened(digest.overdue.map(followUpLine)) },
    { action: 'Lihat semua kunjungan', href: pageUrl },
  ];
  return { subject, ...layOutLetter({ title: subject, name: recipient.name, blocks }) };
}

const visitLine = (visit: RegionVisit): string =>
  `${visit.title} (${visit.guestUnitName} ke ${visit.hostUnitName}), ` +
  `${formatDateTimeRange(visit, visit.timeZone)}, ${visit.reference}`;

const followUpLine = ({ what, unitName, dueOn, visitReference }: OverdueFollowUp): string =>
  `${what} – ${unitName}, tenggat ${formatCalendarDate(dueOn)}, ${visitReference}`;

function shortened(lines: string[]): string[] {
  const more = lines.length - MOST;
  return more > 0 ? [...lines.slice(0, MOST), `dan ${more} lagi`] : lines;
}
