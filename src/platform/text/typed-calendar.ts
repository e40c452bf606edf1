/**
 * Dates and months as people type them: the one reader of them, on the server and, loaded as it is, in the browser.
 * Numbers go day first, as in Indonesia; what could mean two things is refused with words.
 */
import { addDays, addMonths, daysBetween, isoWeekday } from './calendar-dates.js';
import { dateWords, weekdays } from './calendar-words.js';
import { isCalendarDate, isDateInRange } from './date-range.js';

/** What was read, or a sentence on why it cannot be. */
export type Reading = { value: string; fault: null } | { value: null; fault: string };

const DATE_EXAMPLE = 'Tulis tanggal seperti 5 Oktober 2025.';
const MONTH_EXAMPLE = 'Tulis bulan seperti Oktober 2025.';
const RANGE = 'Tahunnya harus antara 2000 dan 2100.';
const FOUR_DIGITS = 'Tulis tahunnya dengan empat angka, seperti 5 Oktober 2025.';

/** How months are called, beside their beginnings of three letters or more. */
const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'pebruari', 'february'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags'],
  ['september'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
];

const weekdayNames: readonly (readonly string[])[] = [
  ['senin', 'monday'],
  ['selasa', 'tuesday'],
  ['rabu', 'wednesday'],
  ['kamis', 'thursday'],
  ['jumat', "jum'at", 'friday'],
  ['sabtu', 'saturday'],
  ['minggu', 'mgg', 'ahad', 'sunday'],
];

const relativeDays: Readonly<Record<string, number>> = {
  kemarin: -1,
  'hari ini': 0,
  besok: 1,
  lusa: 2,
};

const relativeMonths: Readonly<Record<string, number>> = {
  'bulan lalu': -1,
  'bulan ini': 0,
  'bulan depan': 1,
};

/** A year that was left out is taken only where the date with it lies this near to today. */
const NEAR_DAYS = 150;

const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^\d{1,2}([-/. ])\d{1,2}\1\d{2}$/;
const NO_YEAR = /^\d{1,2}[-/.]\d{1,2}$/;
const DAY_AND_WORD = /^(\d{1,2})[ .\-/]*([a-z]{3,})[ .,\-/]*(\d*)$/;
const WORD_AND_DAY = /^([a-z]{3,})[ .]+(\d{1,2})[ ,]+(\d{4})$/;

const refused = (fault: string): Reading => ({ value: null, fault });
const read = (value: string): Reading => ({ value, fault: null });

/** 1 to 12 of a month's name or its beginning, 1 to 7 of a weekday's; 0 when it is none. */
const placeIn = (names: readonly (readonly string[])[], word: string): number =>
  word.length < 3 ? 0 : names.findIndex((each) => each.some((name) => name.startsWith(word))) + 1;

const isoOf = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** Small letters, single blanks, ordinary hyphens and apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[ ,]+|[ .,]+$/g, '');

/** Takes `Senin,`, `hari Senin` or `tanggal` off the beginning. */
function withoutLead(text: string): { rest: string; weekday: number } {
  const bare = text.replace(/^(?:tanggal|tgl\.?) /, '');
  const [lead = '', word = ''] = /^(?:hari )?([a-z']{3,})[.,]*(?: |(?=\d))/.exec(bare) ?? [];
  const weekday = placeIn(weekdayNames, word);
  if (weekday === 0) return { rest: bare, weekday };
  return { rest: bare.slice(lead.length).replace(/^(?:tanggal|tgl\.?) /, ''), weekday };
}

/**
 * Reads a date: `5 Oktober 2025`, `Minggu, 5 Okt 2025`, `05/10/2025`, `2025-10-05`, `5 okt`, `besok`.
 *
 * @param today the date, `YYYY-MM-DD`, from which `besok` and a year that was left out are told; null for none
 * @returns the date as `YYYY-MM-DD`, within the range of dates
 */
export function readDate(text: string, today: string | null): Reading {
  const whole = plain(text);
  const days = Object.hasOwn(relativeDays, whole) ? relativeDays[whole] : undefined;
  if (days !== undefined && today !== null) return inRange(addDays(today, days));
  const { rest, weekday } = withoutLead(whole);
  const reading = readBare(rest, today);
  if (reading.value === null || weekday === 0) return reading;
  const real = isoWeekday(reading.value);
  if (real === weekday) return reading;
  return refused(`${dateWords(reading.value)} hari ${weekdays[real - 1]}, bukan ${weekdays[weekday - 1]}.`);
}

function readBare(text: string, today: string | null): Reading {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const numbers = DAY_FIRST.exec(text);
  if (numbers) return dayFirst(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
  if (SHORT_YEAR.test(text)) return refused(FOUR_DIGITS);
  if (NO_YEAR.test(text)) return refused('Tulis juga tahunnya, seperti 5 Oktober 2025.');
  const swapped = WORD_AND_DAY.exec(text);
  const [, day, word, year] = swapped
    ? [null, swapped[2], swapped[1], swapped[3]]
    : (DAY_AND_WORD.exec(text) ?? []);
  const month = placeIn(monthNames, word ?? '');
  if (month === 0) return refused(DATE_EXAMPLE);
  if (year === '') return withoutYear(month, Number(day), today);
  return year?.length === 4 ? existing(Number(year), month, Number(day)) : refused(FOUR_DIGITS);
}

function dayFirst(day: number, month: number, year: number): Reading {
  if (month > 12 && day <= 12) {
    return refused(`Bulan ${month} tidak ada. Tulis tanggal dahulu, lalu bulan, seperti 25/10/2025.`);
  }
  return existing(year, month, day);
}

function existing(year: number, month: number, day: number): Reading {
  const date = isoOf(year, month, day);
  if (isCalendarDate(date)) return inRange(date);
  if (month < 1 || month > 12 || day < 1 || day > 31) return refused(DATE_EXAMPLE);
  return refused('Tanggal itu tidak ada.');
}

const inRange = (date: string): Reading => (isDateInRange(date) ? read(date) : refused(RANGE));

const DATE_AT_START =
  /^(?:[\p{L}'’]+[.,]*\s+)?(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}[\s.\-/]*\p{L}{3,}[\s.\-/]*\d{4})(?!\d)/u;

/** Reads the date that a line begins with, and gives what follows it; null when it begins with none. */
export function readDateAtStart(line: string): { reading: Reading; rest: string } | null {
  const [found] = DATE_AT_START.exec(line) ?? [];
  if (found === undefined) return null;
  const reading = readDate(found, null);
  return reading.fault === DATE_EXAMPLE ? null : { reading, rest: line.slice(found.length) };
}

/** The date in the year in which it lies near today. */
function withoutYear(month: number, day: number, today: string | null): Reading {
  const ask = refused('Tulis juga tahunnya, seperti 5 Oktober 2025.');
  if (today === null) return ask;
  const year = Number(today.slice(0, 4));
  const near = [year - 1, year, year + 1]
    .map((each) => isoOf(each, month, day))
    .find((date) => isCalendarDate(date) && Math.abs(daysBetween(today, date)) <= NEAR_DAYS);
  return near === undefined ? ask : inRange(near);
}

const MONTH_FIRST = /^(\d{1,2})[-/. ](\d{4})$/;
const YEAR_AND_MONTH = /^(\d{4})[-/. ](\d{1,2})$/;
const MONTH_WORD = /^([a-z]{3,})[ .,\-/]*(\d*)$/;

/**
 * Reads a month: `Oktober 2025`, `okt 2025`, `10/2025`, `2025-10`, `bulan ini`; of an ISO date its month.
 *
 * @param today as for `readDate`
 * @returns the month as `YYYY-MM`, within the range of dates
 */
export function readMonth(text: string, today: string | null): Reading {
  const whole = plain(text).replace(/^bulan (?=[a-z]{3,}[ .]*\d|\d)/, '');
  const ahead = Object.hasOwn(relativeMonths, whole) ? relativeMonths[whole] : undefined;
  if (ahead !== undefined && today !== null) return monthInRange(addMonths(today.slice(0, 7), ahead));
  if (/^\d{4}-\d{2}-\d{2}$/.test(whole) && isCalendarDate(whole)) return monthInRange(whole.slice(0, 7));
  const iso = YEAR_AND_MONTH.exec(whole);
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]));
  const numbers = MONTH_FIRST.exec(whole);
  if (numbers) return monthOf(Number(numbers[2]), Number(numbers[1]));
  const [, word = '', year = ''] = MONTH_WORD.exec(whole) ?? [];
  const month = placeIn(monthNames, word);
  if (month === 0) return refused(MONTH_EXAMPLE);
  return year.length === 4
    ? monthOf(Number(year), month)
    : refused('Tulis juga tahunnya dengan empat angka, seperti Oktober 2025.');
}

const monthOf = (year: number, month: number): Reading =>
  month < 1 || month > 12 ? refused(MONTH_EXAMPLE) : monthInRange(isoOf(year, month, 1).slice(0, 7));

const monthInRange = (month: string): Reading =>
  isDateInRange(`${month}-01`) ? read(month) : refused(RANGE);
