import { isoWeekday } from '../../platform/text/calendar-dates.js';
import { dateWords, weekdays } from '../../platform/text/calendar-words.js';
import type { Ordinal, Recurrence } from './recurrence.js';

const ordinalWords: Readonly<Record<Ordinal, string>> = {
  1: 'pertama',
  2: 'kedua',
  3: 'ketiga',
  4: 'keempat',
  [-1]: 'terakhir',
};

/** `Setiap Selasa pertama`, `Setiap 2 minggu pada hari Selasa`, `Setiap 3 bulan, Jumat terakhir`. */
function paceWords({ firstOn, frequency, every, ordinal }: Omit<Recurrence, 'until'>): string {
  const weekday = weekdays[isoWeekday(firstOn) - 1] ?? '';
  if (frequency === 'weekly' || ordinal === null) {
    return every === 1 ? `Setiap hari ${weekday}` : `Setiap ${every} minggu pada hari ${weekday}`;
  }
  const which = `${weekday} ${ordinalWords[ordinal]}`;
  return every === 1 ? `Setiap ${which}` : `Setiap ${every} bulan, ${which}`;
}

/** The whole rule: `Setiap Selasa pertama, 4 November 2025 sampai 31 Maret 2026`. */
export const recurrenceWords = (rule: Recurrence): string =>
  `${paceWords(rule)}, ${dateWords(rule.firstOn)} sampai ${dateWords(rule.until)}`;
