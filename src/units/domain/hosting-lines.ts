import { isDateInRange } from '../../platform/text/date-range.js';
import type { ClosedDay, HostingWindow } from './hosting-policy.js';
import { clockOfMinute } from './wall-clock.js';

const MOST_CLOSED_DAYS = 400;
const LONGEST_REASON = 200;

/** The hours of one weekday as people write them: `08.00–11.30, 13.30–16.00`; empty when there are none. */
export function hoursLine(windows: readonly HostingWindow[], weekday: number): string {
  const clock = (minute: number): string => clockOfMinute(minute).replace(':', '.');
  return windows
    .filter((window) => window.weekday === weekday)
    .map(({ startsMinute, endsMinute }) => `${clock(startsMinute)}–${clock(endsMinute)}`)
    .join(', ');
}

/** Reads such a line, with dots or colons, hyphens or dashes; null when it is none. */
export function readHoursLine(line: string, weekday: number): HostingWindow[] | null {
  const parts = line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const windows = parts.map((part): HostingWindow | null => {
    const found = /^(\d{1,2})[.:](\d{2})\s*(?:[-–—]|s\.?d\.?|sampai)\s*(\d{1,2})[.:](\d{2})$/i.exec(part);
    if (!found) return null;
    const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number);
    const startsMinute = minuteOf(fromHour, fromMinute);
    const endsMinute = minuteOf(toHour, toMinute);
    return startsMinute === null || endsMinute === null ? null : { weekday, startsMinute, endsMinute };
  });
  return windows.every((window) => window !== null) ? windows : null;
}

function minuteOf(hour = -1, minute = -1): number | null {
  const at = hour * 60 + minute;
  return minute >= 0 && minute < 60 && at >= 0 && at <= 24 * 60 ? at : null;
}

/** Closed days, a line each: `2026-12-24 Pembersihan gudang`. */
export const closedDayLines = (days: readonly ClosedDay[]): string =>
  days.map(({ date, reason }) => `${date} ${reason}`).join('\n');

/** Reads such lines; `fault` names what is wrong with the first that is none, in Indonesian. */
export function readClosedDayLines(text: string): { days: ClosedDay[]; fault: string | null } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_CLOSED_DAYS) return { days: [], fault: `paling banyak ${MOST_CLOSED_DAYS} hari` };
  const days: ClosedDay[] = [];
  for (const line of lines) {
    const [, date = '', reason = ''] = /^(\d{4}-\d{2}-\d{2})[\s,;:–-]+(.+)$/.exec(line) ?? [];
    const quoted = `baris “${line.slice(0, 60)}”`;
    if (!isDateInRange(date) || reason.length > LONGEST_REASON) {
      return { days: [], fault: `${quoted} belum benar, contoh: 2026-12-24 Pembersihan gudang` };
    }
    if (days.some((day) => day.date === date)) return { days: [], fault: `${quoted}: tanggal ini sudah ada` };
    days.push({ date, reason });
  }
  return { days, fault: null };
}
