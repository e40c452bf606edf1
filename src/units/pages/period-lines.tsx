import type { VNode } from 'preact';
import { dateSpanWords } from '../../platform/text/calendar-words.js';
import type { HostingPeriod } from '../domain/hosting-period.js';
import { hoursInWords } from './unit-words.js';

const MOST = 8;

/** The hours of a period in words: `Senin–Kamis 08.00–14.00; Jumat 08.00–11.00`. */
export const periodHours = ({ closed, windows }: Pick<HostingPeriod, 'closed' | 'windows'>): string =>
  closed
    ? 'tidak menerima kunjungan'
    : hoursInWords(windows)
        .map(({ days, hours }) => `${days} ${hours}`)
        .join('; ');

/** Periods with other hours, a line each; nothing where there are none. */
export function PeriodLines({ periods }: { periods: readonly HostingPeriod[] }): VNode | null {
  if (periods.length === 0) return null;
  return (
    <ul class="list-unstyled">
      {periods.slice(0, MOST).map((period) => (
        <li key={period.id}>
          {period.name}, {dateSpanWords(period.from, period.until)}: {periodHours(period)}
          {period.national && ' (untuk semua UPT)'}
        </li>
      ))}
      {periods.length > MOST && <li>dan {periods.length - MOST} masa lagi</li>}
    </ul>
  );
}
