/** What the chooser of a date, month or clock time shows and how its keys move, without any page. */
import { addDays, addMonths, isoWeekday, lastDateOf, mondayOf } from '../../text/calendar-dates.js';
import { clockWords, dateWords, months, monthWords, weekdays } from '../../text/calendar-words.js';
import { isDateInRange } from '../../text/date-range.js';
import { minuteOfClock } from '../../text/typed-clock.js';
import type { CalendarKind } from '../../text/typed-values.js';

/** Something to choose. */
export interface Cell {
  value: string;
  text: string;
  /** What it is called in full. */
  label: string;
}

/** What is seen at once: a month, a year or a day. Null is an empty place. */
export interface Sheet {
  title: string;
  heads: readonly { text: string; label: string }[];
  rows: readonly (readonly (Cell | null)[])[];
}

interface SheetKind {
  sheet(at: string): Sheet;
  /** Where a key leads; null where it leads nowhere. */
  move(at: string, key: string, isFar: boolean): string | null;
  /** Words of the buttons for the sheet before and after; null where there is one sheet. */
  turns: readonly [before: string, after: string] | null;
}

const WEEK = 7;
const MONTH_COLUMNS = 3;
const HALF_HOUR = 30;
const CLOCK_COLUMNS = 4;

const rowsOf = <Item>(items: readonly Item[], columns: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  );

/** The same day so many months later, or the last of a shorter month. */
function sameDay(date: string, count: number): string {
  const month = addMonths(date.slice(0, 7), count);
  const [wanted, last] = [`${month}${date.slice(7)}`, lastDateOf(month)];
  return wanted > last ? last : wanted;
}

const known = (date: string): string | null => (isDateInRange(date) ? date : null);

const dates: SheetKind = {
  turns: ['Bulan sebelumnya', 'Bulan berikutnya'],
  sheet(at) {
    const month = at.slice(0, 7);
    const before = Array<null>(isoWeekday(`${month}-01`) - 1).fill(null);
    const days = Array.from({ length: Number(lastDateOf(month).slice(8)) }, (_, day): Cell => {
      const value = addDays(`${month}-01`, day);
      const weekday = weekdays[isoWeekday(value) - 1];
      return { value, text: String(day + 1), label: `${weekday}, ${dateWords(value)}` };
    });
    const cells = [...before, ...days];
    const after = Array<null>((WEEK - (cells.length % WEEK)) % WEEK).fill(null);
    return {
      title: monthWords(month),
      heads: weekdays.map((label) => ({ label, text: label.slice(0, 3) })),
      rows: rowsOf([...cells, ...after], WEEK),
    };
  },
  move(at, key, isFar) {
    const months = isFar ? 12 : 1;
    const leads: Readonly<Record<string, () => string>> = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -WEEK),
      ArrowDown: () => addDays(at, WEEK),
      Home: () => mondayOf(at),
      End: () => addDays(mondayOf(at), WEEK - 1),
      PageUp: () => sameDay(at, -months),
      PageDown: () => sameDay(at, months),
    };
    const lead = Object.hasOwn(leads, key) ? leads[key] : undefined;
    return lead ? known(lead()) : null;
  },
};

/** By how many places a key moves in a grid; null for another key. */
function placesBy(key: string, place: number, columns: number, page: number): number | null {
  const column = place % columns;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -column,
    End: columns - 1 - column,
    PageUp: -page,
    PageDown: page,
  };
  return Object.hasOwn(places, key) ? (places[key] ?? null) : null;
}

const monthsOfYear: SheetKind = {
  turns: ['Tahun sebelumnya', 'Tahun berikutnya'],
  sheet(at) {
    const year = at.slice(0, 4);
    const cells = months.map((name, index): Cell => {
      const value = `${year}-${String(index + 1).padStart(2, '0')}`;
      return { value, text: name, label: monthWords(value) };
    });
    return { title: year, heads: [], rows: rowsOf(cells, MONTH_COLUMNS) };
  },
  move(at, key) {
    const by = placesBy(key, Number(at.slice(5, 7)) - 1, MONTH_COLUMNS, months.length);
    if (by === null) return null;
    const month = addMonths(at, by);
    return isDateInRange(`${month}-01`) ? month : null;
  },
};

const clockOf = (place: number): string => {
  const minutes = place * HALF_HOUR;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
};
const HALF_HOURS = (24 * 60) / HALF_HOUR;
const placeOf = (clock: string): number => Math.floor(minuteOfClock(clock) / HALF_HOUR);

const clocks: SheetKind = {
  turns: null,
  sheet() {
    const cells = Array.from({ length: HALF_HOURS }, (_, place): Cell => {
      const text = clockWords(clockOf(place));
      return { value: clockOf(place), text, label: text };
    });
    return { title: 'Pilih jam', heads: [], rows: rowsOf(cells, CLOCK_COLUMNS) };
  },
  move(at, key) {
    const place = placeOf(at);
    const by = placesBy(key, place, CLOCK_COLUMNS, CLOCK_COLUMNS * 4);
    const next = by === null ? -1 : place + by;
    return next >= 0 && next < HALF_HOURS ? clockOf(next) : null;
  },
};

export const sheets: Readonly<Record<CalendarKind, SheetKind>> = {
  date: dates,
  month: monthsOfYear,
  time: clocks,
};

/** Where the chooser opens: at what the field holds, else at today, or the beginning of a working day. */
export function openingAt(kind: CalendarKind, value: string | null, today: string): string {
  if (kind === 'time') return clockOf(placeOf(value ?? '08:00'));
  return value ?? (kind === 'month' ? today.slice(0, 7) : today);
}
