/**
 * Clock times as people type them, with 24 hours: the one reader of them, on the server and, loaded as it is, in the
 * browser.
 */
import type { Reading } from './typed-calendar.js';

interface ClockRules {
  /** Label of the zone that the field is in, `WIB`; a time that names another is refused. Null: none may be named. */
  zone: string | null;
  /** Whether `24.00` may be said, the end of a day. */
  endsDay?: boolean;
}

const EXAMPLE = 'Tulis jam seperti 08.00.';
const HALF_DAYS = /(?:^|[\d. ])(?:am|pm|a\.m|p\.m|pagi|siang|sore|petang|malam)$/;
const PARTED = /^(\d{1,2})(?: ?[.:,] ?| )(\d{2})(?:[.:]00)?$/;
const TOGETHER = /^(\d{1,2})(\d{2})$/;
const HOUR = /^(\d{1,2})$/;

const refused = (fault: string): Reading => ({ value: null, fault });

/**
 * Reads a clock time: `9`, `9.00`, `09:00`, `0900`, `pukul 09.00 WIB`.
 *
 * @returns the time as `HH:MM`, `00:00` to `23:59`, or `24:00` where a day may end
 */
export function readClock(text: string, { zone, endsDay = false }: ClockRules): Reading {
  const whole = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const [, said = '', label] = /^(?:pukul |pkl\.? |jam )?(.*?) ?(wib|wita|wit)?$/.exec(whole) ?? [];
  if (label !== undefined && label.toUpperCase() !== zone) {
    return refused(
      zone === null
        ? 'Tulis jam menurut waktu setempat, tanpa zona, seperti 08.00.'
        : `Jam di sini menurut ${zone}, bukan ${label.toUpperCase()}.`,
    );
  }
  if (HALF_DAYS.test(said)) return refused('Tulis jam 0 sampai 23, seperti 14.00 untuk pukul dua siang.');
  const [, hours, minutes = '00'] = PARTED.exec(said) ?? TOGETHER.exec(said) ?? HOUR.exec(said) ?? [];
  if (hours === undefined) return refused(EXAMPLE);
  if (Number(minutes) > 59) return refused('Menitnya antara 00 dan 59, seperti 08.30.');
  const value = `${hours.padStart(2, '0')}:${minutes}`;
  if (value === '24:00' && endsDay) return { value, fault: null };
  return Number(hours) < 24 ? { value, fault: null } : refused('Jamnya antara 00.00 dan 23.59.');
}

/** The minute of the day for a clock time as `readClock` gives it. */
export function minuteOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
