import { readDayHours } from '../../platform/text/typed-day-hours.js';
import { sameHours, type DayTime } from '../../platform/text/day-hours.js';
import { isDateInRange } from '../../platform/text/date-range.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { readDate } from '../../platform/text/typed-calendar.js';
import { readClock } from '../../platform/text/typed-clock.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { instantAt } from '../../platform/text/instant-at.js';

/** What was chosen or typed about the time, on the host's wall clock. */
export interface TypedTime {
  /** `2025-10-30T09:00` from the grid, `sendiri` for the fields beside it, or nothing. */
  slot: string;
  /** Length in minutes of a time from the grid. */
  minutes: number;
  date: string;
  /** Empty for a visit of one day. */
  lastDate: string;
  from: string;
  until: string;
  /** Days with other hours, a line each. */
  dayLines: string;
}

export type ChosenTime = DayTime;

export const BY_HAND = 'sendiri';

const slotPattern = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A date that exists, within the range of dates; null for anything else. */
export function sensibleDate(date: string): string | null {
  return isDateInRange(date) ? date : null;
}

/** How a start in the grid is sent: `2025-10-30T09:00` on the host's wall clock. */
export function slotOf(startsAt: Date, zone: Zone): string {
  return toOffsetIso(startsAt, zone).slice(0, 16);
}

/** The chosen time; a text on what is missing or wrong, a whole sentence, when there is none. */
export function chosenTime(typed: TypedTime, zone: Zone): ChosenTime | string {
  const byHand = typed.slot === BY_HAND || (typed.slot === '' && typed.date !== '');
  if (byHand) return timeByHand(typed, zone);
  const [, date = '', clock = ''] = slotPattern.exec(typed.slot) ?? [];
  if (!isDateInRange(date)) return 'Pilih waktu kunjungan.';
  const startsAt = instantAt(date, clock, zone);
  return sameHours(startsAt, new Date(startsAt.getTime() + typed.minutes * 60_000));
}

function timeByHand(typed: TypedTime, zone: Zone): ChosenTime | string {
  if (typed.date.trim() === '') return 'Isi tanggal kunjungan.';
  if (typed.from.trim() === '') return 'Isi jam mulai.';
  if (typed.until.trim() === '') return 'Isi jam selesai.';
  const { date, lastDate, from, until } = readByHand(typed, zone);
  if (date.fault !== null) return date.fault;
  if (typed.lastDate.trim() !== '' && lastDate.fault !== null) return lastDate.fault;
  if (from.fault !== null) return from.fault;
  if (until.fault !== null) return until.fault;
  const last = lastDate.fault === null ? lastDate.value : date.value;
  if (last < date.value) return 'Hari terakhir harus sesudah hari pertama.';
  const wall = {
    day: date.value,
    lastDay: last,
    from: from.value,
    to: until.value,
    dayLines: typed.dayLines,
  };
  const time = readDayHours(wall, zone);
  if (typeof time === 'string') return `Hari dengan jam lain. ${time}`;
  return time.startsAt >= time.endsAt ? 'Jam selesai harus sesudah jam mulai.' : time;
}

function readByHand({ date, lastDate, from, until }: TypedTime, zone: Zone | null) {
  const rules = { zone: zone && zoneLabel(zone) };
  // Words such as `besok` were read where the reader's day is known.
  return {
    date: readDate(date, null),
    lastDate: readDate(lastDate, null),
    from: readClock(from, rules),
    until: readClock(until, rules),
  };
}

/** What was typed by hand and cannot be read, by field, as sentences. */
export function unreadByHand(
  typed: TypedTime,
  zone: Zone | null,
): Partial<Record<'date' | 'lastDate' | 'from' | 'until', string>> {
  const faults = Object.entries(readByHand(typed, zone)).flatMap(([name, { fault }]) =>
    fault === null || typed[name as 'date'].trim() === '' ? [] : [[name, fault]],
  );
  return Object.fromEntries(faults) as Partial<Record<'date' | 'lastDate' | 'from' | 'until', string>>;
}

/** What is wrong with the lines of days with other hours, once all else can be read; null when nothing is. */
export function unreadLines(typed: TypedTime, zone: Zone): string | null {
  const { date, lastDate, from, until } = readByHand(typed, zone);
  if (date.value === null || from.value === null || until.value === null) return null;
  const lastDay = lastDate.value ?? date.value;
  if (lastDay < date.value) return null;
  const wall = { day: date.value, lastDay, from: from.value, to: until.value, dayLines: typed.dayLines };
  const time = readDayHours(wall, zone);
  return typeof time === 'string' ? time : null;
}
