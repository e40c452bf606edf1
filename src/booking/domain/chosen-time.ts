import { dayNumber, instantOnDay } from '../../platform/text/calendar-dates.js';
import { isDateInRange } from '../../platform/text/date-range.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** What was chosen or typed about the time, on the host's wall clock. */
export interface TypedTime {
  /** `2025-10-30T09:00` from the grid, `sendiri` for the fields beside it, or nothing. */
  slot: string;
  /** Length in minutes of a time from the grid. */
  minutes: number;
  date: string;
  from: string;
  until: string;
}

export interface ChosenTime {
  startsAt: Date;
  endsAt: Date;
}

export const BY_HAND = 'sendiri';

const slotPattern = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/;
const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A date that exists, within the range of dates; null for anything else. */
export function sensibleDate(date: string): string | null {
  return isDateInRange(date) ? date : null;
}

function instantAt(date: string, clock: string, zone: Zone): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantOnDay(dayNumber(date), hours * 60 + minutes, zone);
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
  return { startsAt, endsAt: new Date(startsAt.getTime() + typed.minutes * 60_000) };
}

function timeByHand({ date, from, until }: TypedTime, zone: Zone): ChosenTime | string {
  if (!isDateInRange(date)) return 'Isi tanggal kunjungan.';
  if (!clockPattern.test(from)) return 'Isi jam mulai.';
  if (!clockPattern.test(until)) return 'Isi jam selesai.';
  const time = { startsAt: instantAt(date, from, zone), endsAt: instantAt(date, until, zone) };
  return time.startsAt < time.endsAt ? time : 'Jam selesai harus sesudah jam mulai.';
}
