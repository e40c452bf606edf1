import { daysBetween } from '../../platform/text/calendar-dates.js';
import { daysLeftWords } from '../../platform/text/time-left.js';

const NEAR_DAYS = [0, 1];

/** How far a due date, until whose end there is time, is from today, for what is not done yet (both calendar dates). */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  const words = daysLeftWords(days);
  return NEAR_DAYS.includes(days) ? `jatuh tempo ${words}` : words;
}
