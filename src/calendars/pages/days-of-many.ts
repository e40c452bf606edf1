import { pathWith } from '../../platform/pages/paging.js';
import type { DayOfMany } from '../queries/calendar-visits.js';
import type { CalendarChoice } from './calendar-choice.js';
import type { ShownDayOfMany } from './shown-calendar.js';

/** Why a calendar shows numbers. */
export const MANY_WORDS =
  'Kunjungan pada masa ini terlalu banyak untuk ditampilkan satu per satu, jadi tiap hari hanya menunjukkan jumlahnya. Buka harinya, atau saring menurut UPT, program, atau keadaan.';

/** Each day of many visits, with the way to its list. */
export function daysOfMany(days: readonly DayOfMany[], chosen: CalendarChoice): ShownDayOfMany[] {
  const { state, program, unit: upt } = chosen;
  return days.map(({ date, visits }) => ({
    date,
    title: `${visits} kunjungan`,
    url: pathWith('/kunjungan', { tab: 'semua', state, program, upt, from: date, to: date }),
  }));
}
