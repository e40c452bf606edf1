import { isCalendarDate } from '../../platform/text/calendar-dates.js';
import { isDateInRange } from '../../platform/text/date-range.js';

export const holidayKinds = ['public-holiday', 'collective-leave'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

/** A day on which no unit receives guests; one per date. */
export interface Holiday {
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

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const WORDS = /^(?:\p{L}+,\s*)?(\d{1,2})\s+(\p{L}+)\s+(\d{4})(?!\d)/u;
const SEPARATOR = /^[\s;,:\t–-]+/;
const KIND = /[;\t,(]\s*(cuti bersama|libur nasional)\s*\)?$/i;
// What must not be stored: control characters.
const CONTROL = /[\u0000-\u001f\u007f]/g;
// Half of a character, which no text can hold.
const HALF = /\p{Cs}/gu;

/**
 * Reads holidays, one a line: a date (`2026-01-01`, `1 Januari 2026`, `1/1/2026`), the name, and `cuti bersama` where
 * it is one. Empty lines are passed over; each line that cannot be read is named, the others are taken.
 */
export function parseHolidays(text: string): { holidays: Holiday[]; faults: LineFault[] } {
  const holidays: Holiday[] = [];
  const faults: LineFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of text
    .replace(HALF, '\ufffd')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    const content = raw.replace(/\t/g, ';').replace(CONTROL, '').trim();
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

/** A holiday, or why the line is none. */
function parseLine(content: string): Holiday | string {
  const dated = readDate(content);
  if (!dated) return 'Tidak diawali tanggal, misalnya 2026-01-01 atau 1 Januari 2026.';
  if (!isCalendarDate(dated.date)) return 'Tanggal itu tidak ada.';
  if (!isDateInRange(dated.date)) return 'Tahunnya harus antara 2000 dan 2100.';
  const rest = content.slice(dated.length).replace(SEPARATOR, '').trim();
  const marked = KIND.exec(rest);
  const name = (marked ? rest.slice(0, marked.index) : rest).replace(/[\s;,]+$/, '');
  if (name === '') return 'Nama hari liburnya belum ada.';
  if (name.length > LONGEST_NAME) return `Namanya lebih dari ${LONGEST_NAME} huruf.`;
  const isLeave = (marked?.[1] ?? name).toLowerCase().startsWith('cuti bersama');
  return { date: dated.date, name, kind: isLeave ? 'collective-leave' : 'public-holiday' };
}

/** The date at the start of a line as `YYYY-MM-DD`, which need not exist, and how long it is there. */
function readDate(content: string): { date: string; length: number } | null {
  const iso = ISO.exec(content);
  if (iso) return dateOf(iso[0], iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(content);
  if (dayFirst) return dateOf(dayFirst[0], dayFirst[3], dayFirst[2], dayFirst[1]);
  const words = WORDS.exec(content);
  if (!words) return null;
  const month = monthOf(words[2] ?? '');
  return month === 0 ? null : dateOf(words[0], words[3], String(month), words[1]);
}

/** 1 to 12 of a month's name or its first three letters; 0 when it is none. */
function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return months.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1;
}

function dateOf(found: string, year = '', month = '', day = ''): { date: string; length: number } {
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, length: found.length };
}

/** What saving a list would do to each of its days, given those that are stored. */
export type HolidayEffect = 'new' | 'changed' | 'same';

export function effectOf(holiday: Holiday, stored: ReadonlyMap<string, Holiday>): HolidayEffect {
  const before = stored.get(holiday.date);
  if (!before) return 'new';
  return before.name === holiday.name && before.kind === holiday.kind ? 'same' : 'changed';
}
