import { addDays, daysBetween } from './calendar-dates.js';
import { dateWords } from './calendar-words.js';
import { localDate, toOffsetIso } from './dates.js';
import { dayHours, MOST_DAYS, sameHours, timeOfDays, type DayTime, type Stretch } from './day-hours.js';
import { instantAt } from './instant-at.js';
import { readDate } from './typed-calendar.js';
import { readClock } from './typed-clock.js';
import { zoneLabel, type Zone } from './zones.js';

/** Longest text of days with other hours. */
export const LONGEST_DAY_LINES = 1000;

/** A time on the wall clock of a place: dates as `YYYY-MM-DD`, clock times as `HH:MM`. */
interface WallTime {
  day: string;
  lastDay: string;
  from: string;
  to: string;
  /** Days with other hours than `from` and `to`, or without any, as people type them: one a line. */
  dayLines: string;
}

/** Hours of one date; null on which nobody meets. */
type HoursOfDate = readonly [from: string, to: string] | null;

const HOURS =
  /^(.*?)[\s,:]+(?:pukul\s+|pkl\.?\s+|jam\s+)?(\d{1,2}(?:[.:]\d{2})?)\s*(?:[-\u2010-\u2015]|s\.?d\.?|sampai)\s*(\d{1,2}(?:[.:]\d{2})?(?:\s*wi(?:b|ta|t))?)\.?$/i;
const NOBODY = /^(.*?)[\s,:]+(?:tanpa pertemuan|tidak ada pertemuan|tidak ada|kosong|libur)\.?$/i;
const EXAMPLE = 'Tulis seperti “3 November 2025 13.00–16.00” atau “4 November 2025 tanpa pertemuan”.';

type Read<Value> = { value: Value; fault: null } | { value: null; fault: string };
const refused = (fault: string) => ({ value: null, fault }) as const;

/** @param first the day from which a year that was left out is told */
function readLine(line: string, first: string, zone: Zone): Read<[string, HoursOfDate]> {
  const [, date, from = '', to = ''] = HOURS.exec(line) ?? NOBODY.exec(line) ?? [];
  if (date === undefined || !/\d/.test(date)) return refused(EXAMPLE);
  const day = readDate(date, first);
  if (day.fault !== null) return day;
  if (from === '') return { value: [day.value, null], fault: null };
  const clocks = [from, to].map((text) => readClock(text, { zone: zoneLabel(zone) }));
  const [start, end] = clocks.map(({ value }) => value);
  if (!start || !end) return refused(clocks.find(({ fault }) => fault !== null)?.fault ?? EXAMPLE);
  if (end <= start) return refused('Jam selesai harus sesudah jam mulai.');
  return { value: [day.value, [start, end]], fault: null };
}

function readLines({ day, lastDay, dayLines }: WallTime, zone: Zone): Read<Map<string, HoursOfDate>> {
  const hours = new Map<string, HoursOfDate>();
  for (const [index, line] of dayLines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { value, fault } = readLine(line.trim(), day, zone);
    const at = `Baris ${index + 1}: `;
    if (fault !== null) return refused(at + fault);
    const [date, ofDate] = value;
    if (date < day || date > lastDay) return refused(`${at}${dateWords(date)} bukan hari kunjungan ini.`);
    if (hours.has(date)) return refused(`${at}${dateWords(date)} sudah ditulis di baris lain.`);
    hours.set(date, ofDate);
  }
  return { value: hours, fault: null };
}

/**
 * The time that a wall time says: the same hours on each day but for the lines.
 *
 * @returns a sentence on what is wrong with the lines, where something is
 */
export function readDayHours(wall: WallTime, zone: Zone): DayTime | string {
  const { day, lastDay, from, to } = wall;
  const whole = sameHours(instantAt(day, from, zone), instantAt(lastDay, to, zone));
  if (wall.dayLines.trim() === '') return whole;
  const { value: lines, fault } = readLines(wall, zone);
  if (fault !== null) return fault;
  const count = daysBetween(day, lastDay) + 1;
  // What is too long, or ends before it begins, is refused for that.
  if (count > MOST_DAYS || whole.startsAt >= whole.endsAt) return whole;
  const dates = Array.from({ length: count }, (_, index) => addDays(day, index));
  const usual = dates.some((date) => !lines.has(date));
  if (usual && to <= from) return 'Jam selesai harus sesudah jam mulai.';
  const days = dates.flatMap((date): Stretch[] => {
    const hours = lines.has(date) ? lines.get(date) : ([from, to] as const);
    if (!hours) return [];
    const [startsAt, endsAt] = hours.map((clock) => instantAt(date, clock, zone)) as [Date, Date];
    return [{ startsAt, endsAt }];
  });
  return days.length > 0 ? timeOfDays(days, zone) : 'Isi paling sedikit satu hari pertemuan.';
}

const clock = (at: Date, zone: Zone): string => toOffsetIso(at, zone).slice(11, 16);
const shown = (text: string): string => text.replace(':', '.');

/** A time as it is typed: the hours that most days have, and a line for each other day. */
export function wallTimeOf(time: DayTime, zone: Zone): WallTime {
  const [day, lastDay] = [localDate(time.startsAt, zone), localDate(time.endsAt, zone)];
  if (time.ownHours === null) {
    return { day, lastDay, from: clock(time.startsAt, zone), to: clock(time.endsAt, zone), dayLines: '' };
  }
  const hours = new Map(
    dayHours(time, zone).map(({ startsAt, endsAt }) => [
      localDate(startsAt, zone),
      [clock(startsAt, zone), clock(endsAt, zone)] as const,
    ]),
  );
  const all = [...hours.values()];
  const often = (one: readonly string[]): number => all.filter((each) => each.join() === one.join()).length;
  const [[from, to] = ['', '']] = all.toSorted((one, other) => often(other) - often(one));
  const dates = Array.from({ length: daysBetween(day, lastDay) + 1 }, (_, index) => addDays(day, index));
  const lines = dates.flatMap((date) => {
    const [start, end] = hours.get(date) ?? [];
    if (start === undefined || end === undefined) return [`${dateWords(date)} tanpa pertemuan`];
    return start === from && end === to ? [] : [`${dateWords(date)} ${shown(start)}–${shown(end)}`];
  });
  return { day, lastDay, from, to, dayLines: lines.join('\n') };
}
