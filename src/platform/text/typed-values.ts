import { clockWords, dateWords, monthWords } from './calendar-words.js';
import { readDate, readMonth, type Reading } from './typed-calendar.js';
import { readClock } from './typed-clock.js';

/** What a field of the calendar holds: stored as `YYYY-MM-DD`, `YYYY-MM` or `HH:MM`, shown in words. */
export type CalendarKind = 'date' | 'month' | 'time';

/** What typed words are understood by. */
export interface TypedAround {
  /** The reader's date; null where it is not known. */
  today: string | null;
  /** Label of the zone that a time is in. */
  zone?: string | null;
}

/** Reads what was typed in a field; empty text is nothing that can be read. */
export function readTyped(kind: CalendarKind, text: string, { today, zone = null }: TypedAround): Reading {
  if (kind === 'time') return readClock(text, { zone });
  return kind === 'date' ? readDate(text, today) : readMonth(text, today);
}

const words: Readonly<Record<CalendarKind, (value: string) => string>> = {
  date: dateWords,
  month: monthWords,
  time: clockWords,
};

/** A value as its field shows it: `5 Oktober 2025`, `Oktober 2025`, `08.00`. */
export const writeTyped = (kind: CalendarKind, value: string): string => words[kind](value);

/** A field's text as it is shown again: in words where it can be read, else as it was typed. */
export function shownText(kind: CalendarKind, text: string, around: TypedAround): string {
  const { value } = readTyped(kind, text, around);
  return value === null ? text : writeTyped(kind, value);
}
