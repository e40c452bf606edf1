import { clockWords, dateWords, weekdays } from '../../platform/text/calendar-words.js';
import { readDateAtStart } from '../../platform/text/typed-calendar.js';
import { minuteOfClock, readClock } from '../../platform/text/typed-clock.js';
import type { ClosedDay, HostingWindow } from './hosting-policy.js';
import { clockOfMinute } from './wall-clock.js';

const MOST_CLOSED_DAYS = 400;
const LONGEST_REASON = 200;

/** The hours of one weekday as people write them: `08.00–11.30, 13.30–16.00`; empty when there are none. */
export function hoursLine(windows: readonly HostingWindow[], weekday: number): string {
  const clock = (minute: number): string => clockWords(clockOfMinute(minute));
  return windows
    .filter((window) => window.weekday === weekday)
    .map(({ startsMinute, endsMinute }) => `${clock(startsMinute)}–${clock(endsMinute)}`)
    .join(', ');
}

/** Reads such a line, with the hours as people write them (`8-11.30`); null when it is none. */
export function readHoursLine(line: string, weekday: number): HostingWindow[] | null {
  const parts = line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const windows = parts.map((part): HostingWindow | null => {
    const bounds = part.split(/[-–—]|s\.?d\.?|sampai/i);
    const [startsMinute, endsMinute] = bounds.map(minuteOf);
    if (bounds.length !== 2 || startsMinute == null || endsMinute == null) return null;
    return { weekday, startsMinute, endsMinute };
  });
  return windows.every((window) => window !== null) ? windows : null;
}

function minuteOf(text: string): number | null {
  const { value } = readClock(text, { zone: null, endsDay: true });
  return value === null ? null : minuteOfClock(value);
}

/** Closed days, a line each: `24 Desember 2026: Pembersihan gudang`. */
export const closedDayLines = (days: readonly ClosedDay[]): string =>
  days.map(({ date, reason }) => `${dateWords(date)}: ${reason}`).join('\n');

/** Reads such lines; `fault` names what is wrong with the first that is none, in Indonesian. */
export function readClosedDayLines(text: string): { days: ClosedDay[]; fault: string | null } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_CLOSED_DAYS) return { days: [], fault: `paling banyak ${MOST_CLOSED_DAYS} hari` };
  const days: ClosedDay[] = [];
  for (const line of lines) {
    const dated = readDateAtStart(line);
    const date = dated?.reading.value ?? null;
    const [, reason = ''] = /^[\s,;:–-]+(.+)$/.exec(dated?.rest ?? '') ?? [];
    const quoted = `baris “${line.slice(0, 60)}”`;
    if (date === null || reason === '' || reason.length > LONGEST_REASON) {
      return { days: [], fault: `${quoted} belum benar, contoh: 24 Desember 2026: Pembersihan gudang` };
    }
    if (days.some((day) => day.date === date)) return { days: [], fault: `${quoted}: tanggal ini sudah ada` };
    days.push({ date, reason });
  }
  return { days, fault: null };
}

const WHOLE_DAY = { startsMinute: 0, endsMinute: 1440 };
const dayPattern = new RegExp(
  `^(${weekdays.join('|')}|jum['’]at)(?:\\s*(?:-|–|—|s\\.?d\\.?|sampai)\\s*(${weekdays.join('|')}|jum['’]at))?\\b[\\s:,]*(.*)$`,
  'i',
);
const weekdayOf = (name: string): number =>
  weekdays.findIndex((each) => each.toLowerCase() === name.toLowerCase().replace(/['’]/, '')) + 1;

/** Days of a week with their hours, a line each: `Selasa 09.00–11.30`; a day alone is all of it. */
export const weekLines = (windows: readonly HostingWindow[]): string =>
  weekdays
    .map((name, index) => {
      const hours = hoursLine(windows, index + 1);
      return hours === hoursLine([{ weekday: index + 1, ...WHOLE_DAY }], index + 1)
        ? name
        : hours && `${name} ${hours}`;
    })
    .filter(Boolean)
    .join('\n');

/** Reads such lines, and spans of days (`Senin–Kamis 8-11`); `fault` names the first that is none, in Indonesian. */
export function readWeekLines(text: string): { windows: HostingWindow[]; fault: string | null } {
  const windows: HostingWindow[] = [];
  for (const line of text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const read = readWeekLine(line);
    if (!read) {
      return {
        windows: [],
        fault: `baris “${line.slice(0, 60)}” belum benar, contoh: Selasa 09.00–11.30`,
      };
    }
    windows.push(...read);
  }
  return { windows, fault: null };
}

function readWeekLine(line: string): HostingWindow[] | null {
  const [, first = '', last = first, hours = ''] = dayPattern.exec(line) ?? [];
  const [from, to] = [weekdayOf(first), weekdayOf(last)];
  if (from === 0 || to < from) return null;
  const windows: HostingWindow[] = [];
  for (let weekday = from; weekday <= to; weekday += 1) {
    const read = hours === '' ? [{ weekday, ...WHOLE_DAY }] : readHoursLine(hours, weekday);
    if (!read) return null;
    windows.push(...read);
  }
  return windows;
}
