import { sameHours } from '../../platform/text/day-hours.js';
import {
  formatCalendarDate,
  formatDateTimeRange,
  formatTimeRange,
  localDate,
} from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { AttendedNames, SideAttendance, SummaryContent, ToldEntry } from './summary.js';

const peopleLine = (names: readonly string[]): string =>
  names.length === 0 ? '' : `${names.length} orang: ${names.join(', ')}`;

/** What names under each state of attendance are headed with; all of them are told. */
const attendedHeadings: Readonly<Record<keyof AttendedNames, string>> = {
  present: 'Hadir',
  late: 'Hadir, terlambat',
  excused: 'Izin',
  absent: 'Tidak hadir',
  represented: 'Diwakili',
  unknown: 'Kehadiran belum dicatat',
};

/** Who came and who did not, a line each; the line of a state that nobody is in is empty. */
export const attendedLines = (attendance: AttendedNames): [string, string][] =>
  Object.entries(attendedHeadings).map(([state, heading]) => [
    heading,
    peopleLine(attendance[state as keyof AttendedNames]),
  ]);

export const learningLine = ({ question, session, answer }: SummaryContent['learning'][number]): string =>
  [`${question}${session && ` (${session})`}`, answer || 'Belum dijawab.'].join(' – ');

export const followUpLine = ({
  what,
  unitName,
  person,
  dueOn,
}: SummaryContent['followUps'][number]): string =>
  `${what} – ${[person, unitName].filter(Boolean).join(', ')}, paling lambat ${formatCalendarDate(dueOn)}`;

/** `B-12, Selasa, 1 Oktober 2025`; a letter may have a number or a date alone. */
export const letterLine = ({ number, date }: SummaryContent['letters'][number]): string =>
  [number, date === null ? '' : formatCalendarDate(date)].filter(Boolean).join(', ');

const sideWords = { guest: 'Tamu', host: 'Tuan rumah', invited: 'Undangan dan mitra' } as const;

/** `Tamu, Bapas Kelas II Purwokerto: 8 dari 10 hadir`. */
export const sideLine = ({ side, name, invited, came, unmarked }: SideAttendance): string =>
  `${[sideWords[side], name].filter(Boolean).join(', ')}: ${came} dari ${invited} hadir` +
  (unmarked > 0 ? `, ${unmarked} belum dicatat` : '');

/** Sessions with their times, each with its day where there are several. @param zone the host's */
export function sessionLines(
  agenda: SummaryContent['agenda'],
  zone: Zone,
): { time: string; title: string; beside: string }[] {
  const times = agenda.map(({ startsAt, endsAt }) => [new Date(startsAt), new Date(endsAt)] as const);
  const days = new Set(times.flat().map((time) => localDate(time, zone)));
  return agenda.map(({ startsAt, endsAt, title, place, persons }) => ({
    time:
      days.size === 1
        ? formatTimeRange(new Date(startsAt), new Date(endsAt), zone)
        : formatDateTimeRange(sameHours(new Date(startsAt), new Date(endsAt)), zone),
    title,
    beside: [place, persons.join('; ')].filter(Boolean).join(' · '),
  }));
}

/** What a photo is called where it cannot be seen, and for those who do not see it. */
export const photoWords = ({ text, authorName }: Pick<ToldEntry, 'text' | 'authorName'>): string =>
  text || `Foto dari ${authorName}`;

/** `3 catatan dan 1 foto`; empty for none. */
export function entryCounts(entries: readonly { kind: ToldEntry['kind'] }[]): string {
  const photos = entries.filter(({ kind }) => kind === 'photo').length;
  const notes = entries.length - photos;
  return [notes > 0 && `${notes} catatan`, photos > 0 && `${photos} foto`].filter(Boolean).join(' dan ');
}
