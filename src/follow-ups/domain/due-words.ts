import { daysBetween } from '../../platform/text/calendar-dates.js';

/** How far a due date is from today, for what is not done yet (both calendar dates). */
export function dueWords(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `terlambat ${-days} hari`;
  if (days === 0) return 'jatuh tempo hari ini';
  return days === 1 ? 'jatuh tempo besok' : `${days} hari lagi`;
}
