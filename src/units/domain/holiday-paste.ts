import { cleanWholly } from '../../platform/text/clean-text.js';
import { readDateAtStart } from '../../platform/text/typed-calendar.js';

export const holidayKinds = ['public-holiday', 'collective-leave'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

/** A day on which no unit receives guests; one per date. */
export interface NamedHoliday {
  /** Calendar date, `2026-01-01`. */
  date: string;
  name: string;
  kind: HolidayKind;
}

/** What cannot be taken of a pasted list; lines count from 1. */
export interface LineFault {
  line: number;
  message: string;
}

export const MOST_HOLIDAYS = 200;
const LONGEST_NAME = 200;

const SEPARATOR = /^[\s;,:\t–-]+/;
const KIND = /[;\t,(]\s*(cuti bersama|libur nasional)\s*\)?$/i;
// Half of a character, which no text can hold.
const HALF = /\p{Cs}/gu;

/**
 * Reads holidays, one a line: a date (`2026-01-01`, `1 Januari 2026`, `1/1/2026`), the name, and `cuti bersama` where
 * it is one. Empty lines are passed over; each line that cannot be read is named, the others are taken.
 */
export function parseHolidays(text: string): { holidays: NamedHoliday[]; faults: LineFault[] } {
  const holidays: NamedHoliday[] = [];
  const faults: LineFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of cleanWholly(text.replace(HALF, '\ufffd'))
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    const content = raw.replace(/\t/g, ';').trim();
    if (content === '') continue;
    const read = parseLine(content);
    if (typeof read === 'string') {
      faults.push({ line, message: read });
      continue;
    }
    const earlier = seen.get(read.date);
    if (earlier !== undefined) {
      faults.push({ line, message: `Tanggal ini sudah ada di baris ${earlier}.` });
    } else if (holidays.length >= MOST_HOLIDAYS) {
      faults.push({ line, message: `Paling banyak ${MOST_HOLIDAYS} hari sekali simpan.` });
      break;
    } else {
      seen.set(read.date, line);
      holidays.push(read);
    }
  }
  return { holidays, faults };
}

/** A holiday as the line that is read as it again. */
export const holidayLine = ({ date, name, kind }: NamedHoliday): string =>
  [date, name, kind === 'collective-leave' ? 'cuti bersama' : 'libur nasional'].join('; ');

/** A holiday, or why the line is none. */
function parseLine(content: string): NamedHoliday | string {
  const dated = readDateAtStart(content);
  if (!dated) return 'Tidak diawali tanggal, misalnya 2026-01-01 atau 1 Januari 2026.';
  const { value: date, fault } = dated.reading;
  if (fault !== null) return fault;
  const rest = dated.rest.replace(SEPARATOR, '').trim();
  const marked = KIND.exec(rest);
  const name = (marked ? rest.slice(0, marked.index) : rest).replace(/[\s;,]+$/, '');
  if (name === '') return 'Nama hari liburnya belum ada.';
  if (name.length > LONGEST_NAME) return `Namanya lebih dari ${LONGEST_NAME} huruf.`;
  const isLeave = (marked?.[1] ?? name).toLowerCase().startsWith('cuti bersama');
  return { date, name, kind: isLeave ? 'collective-leave' : 'public-holiday' };
}

/** What saving a list would do to each of its days, given those that are stored. */
export type HolidayEffect = 'new' | 'changed' | 'same';

export function effectOf(holiday: NamedHoliday, stored: ReadonlyMap<string, NamedHoliday>): HolidayEffect {
  const before = stored.get(holiday.date);
  if (!before) return 'new';
  return before.name === holiday.name && before.kind === holiday.kind ? 'same' : 'changed';
}
