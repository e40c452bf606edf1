import { nameList } from '../../platform/text/name-list.js';
import { isoWeekday } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { CalendarDay } from '../queries/calendar-days.js';
import type { ShownDay } from './shown-calendar.js';

const weekdayName = (date: string): string => formatCalendarDate(date).replace(/,.*$/, '');

/** Days as the calendar shows them: one that has a name is not called closed a second time. */
export function shownDays(days: readonly CalendarDay[]): ShownDay[] {
  const named = days.filter(({ kind }) => kind !== 'no-hours');
  const dates = new Set(named.map(({ date }) => date));
  const weekly = days.filter(({ kind, date }) => kind === 'no-hours' && !dates.has(date));
  return [
    ...named.map(({ date, name }) => ({ date, name, weekly: false })),
    ...weekly.map(({ date }) => ({ date, name: 'Tutup', weekly: true })),
  ];
}

/** Days without visits in words: those of every week in one line, then each of the others. */
export function dayLines(days: readonly CalendarDay[]): string[] {
  const named = days
    .filter(({ kind }) => kind !== 'no-hours')
    .map(({ date, name }) => `${formatCalendarDate(date)}: ${name}`);
  const closed = days.filter(({ kind }) => kind === 'no-hours').map(({ date }) => date);
  const weekdays = [...new Map(closed.map((date) => [isoWeekday(date), weekdayName(date)]))]
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name);
  if (weekdays.length === 0) return named;
  const every = weekdays.length === 7 ? 'hari' : nameList(weekdays);
  return [`Setiap ${every}: tidak menerima kunjungan`, ...named];
}
