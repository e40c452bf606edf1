import {
  addDays,
  addMonths,
  daysBetween,
  isoWeekday,
  lastDateOf,
} from '../../platform/text/calendar-dates.js';

export const frequencies = ['weekly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

/** Which of its weekdays a date is in its month: the first to the fourth, or the last (-1). */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

/**
 * When something repeats, a subset of RFC 5545 section 3.3.10: every so many weeks on the weekday of its first date, or
 * every so many months on that weekday, counted from the month's begin or its end. Dates are those of the host's calendar.
 */
export interface Recurrence {
  firstOn: string;
  frequency: Frequency;
  /** Every so many weeks or months. */
  every: number;
  /** Of a month; null for weeks. */
  ordinal: Ordinal | null;
  /** The last date that may be one of them. */
  until: string;
}

/** Longest pause between two dates, in weeks and in months. */
export const LARGEST_INTERVAL: Readonly<Record<Frequency, number>> = { weekly: 8, monthly: 6 };
const FEWEST_DATES = 2;
const MONTHS = 12;

/** The last date that a series may have that begins on a date: the same a year later. */
export function latestUntil(firstOn: string): string {
  const month = addMonths(firstOn.slice(0, 7), MONTHS);
  const last = lastDateOf(month);
  const same = `${month}-${firstOn.slice(8)}`;
  return same < last ? same : last;
}

/** What the date is in its month; two things in its last week. */
export function ordinalsOf(date: string): Ordinal[] {
  const day = Number(date.slice(8));
  const fromBegin = ordinals.filter((each) => each === Math.ceil(day / 7));
  const isLast = daysBetween(date, lastDateOf(date.slice(0, 7))) < 7;
  return isLast ? [...fromBegin, -1] : fromBegin;
}

/** The date of a month (`YYYY-MM`) that is its first … fourth or last of a weekday (1 Monday to 7 Sunday). */
export function weekdayOfMonth(month: string, weekday: number, ordinal: Ordinal): string {
  if (ordinal === -1) {
    const last = lastDateOf(month);
    return addDays(last, -((isoWeekday(last) - weekday + 7) % 7));
  }
  const first = `${month}-01`;
  return addDays(first, ((weekday - isoWeekday(first) + 7) % 7) + (ordinal - 1) * 7);
}

export type RecurrenceFault = 'series-rule-misfits' | 'series-too-long' | 'series-too-short';

/** What is wrong with a rule; null when nothing is. */
export function recurrenceFault(rule: Recurrence): RecurrenceFault | null {
  const { firstOn, frequency, every, ordinal, until } = rule;
  const isPaced = Number.isInteger(every) && every >= 1 && every <= LARGEST_INTERVAL[frequency];
  const fits =
    frequency === 'weekly' ? ordinal === null : ordinal !== null && ordinalsOf(firstOn).includes(ordinal);
  if (!isPaced || !fits) return 'series-rule-misfits';
  if (until > latestUntil(firstOn)) return 'series-too-long';
  return datesOf(rule).length < FEWEST_DATES ? 'series-too-short' : null;
}

/** Its dates, the first one first; of a rule that has a fault as far as it goes. */
export function datesOf({ firstOn, frequency, every, ordinal, until }: Recurrence): string[] {
  const dates: string[] = [];
  const last = until < latestUntil(firstOn) ? until : latestUntil(firstOn);
  const [month, weekday] = [firstOn.slice(0, 7), isoWeekday(firstOn)];
  for (let count = 0, date = firstOn; date <= last; count += Math.max(1, every)) {
    if (count > 0) {
      date =
        frequency === 'weekly' || ordinal === null
          ? addDays(firstOn, 7 * count)
          : weekdayOfMonth(addMonths(month, count), weekday, ordinal);
    }
    if (date <= last) dates.push(date);
  }
  return dates;
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** As RRULE (RFC 5545 section 3.8.5.3), its end in UTC by the host's offset left to the date. */
export function ruleText({ firstOn, frequency, every, ordinal, until }: Recurrence): string {
  const day = weekdayCodes[isoWeekday(firstOn) - 1] ?? '';
  const parts = [
    `FREQ=${frequency.toUpperCase()}`,
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    `BYDAY=${ordinal ?? ''}${day}`,
    `UNTIL=${until.replaceAll('-', '')}`,
  ];
  return parts.join(';');
}

/**
 * Where dates go when one of them is moved and those after it with it. Of a monthly rule that one has gone to another weekday
 * of its month, they go to the same one of theirs; else all go as many days on as that one.
 *
 * @param dates those that go along, the one that was moved first
 */
export function movedDates(rule: Recurrence, dates: readonly string[], to: string): string[] {
  const [from = to] = dates;
  const days = daysBetween(from, to);
  const ordinal = rule.ordinal !== null && ordinalsOf(to).includes(rule.ordinal) ? rule.ordinal : null;
  if (ordinal === null || from.slice(0, 7) !== to.slice(0, 7))
    return dates.map((date) => addDays(date, days));
  return dates.map((date) => weekdayOfMonth(date.slice(0, 7), isoWeekday(to), ordinal));
}
