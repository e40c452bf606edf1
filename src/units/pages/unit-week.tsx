import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatTimeRange } from '../../platform/text/dates.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import type { PreviewDay, PreviewStretch, StretchNotice } from '../domain/week-preview.js';

export interface WeekView {
  monday: string;
  /** The week of today: nothing before it is shown. */
  thisMonday: string;
  /** Shown unasked, as the first that has a free time. */
  isFirstFree: boolean;
  days: readonly PreviewDay[];
  capacity: number;
}

interface UnitWeekProps {
  week: WeekView;
  zone: Zone;
  /** The reader's zone. */
  own: Zone;
  /** The page whose `?minggu=` chooses the week; null for no way to other weeks. */
  path: string | null;
  /** Of the section, where it stands beside a field of the same name. */
  id?: string;
  /** What the week is called, before its first day. */
  name?: string;
}

const withoutYear = (date: string): string => formatCalendarDate(date).replace(/ \d{4}$/, '');

/** Hosting hours of one week, a column a day, with what is free. */
export function UnitWeek({ week, zone, own, path, id = 'minggu', name = 'Pekan' }: UnitWeekProps): VNode {
  const { monday, thisMonday, isFirstFree, days, capacity } = week;
  const title = formatCalendarDate(monday).replace(/^\w+, /, '');
  return (
    <section class="card mb-3" id={id} aria-labelledby={`${id}-judul`}>
      <div class="card-header unit-week-heading">
        <div>
          <h2 class="card-title" id={`${id}-judul`}>
            {name} {title}
          </h2>
          <p class="text-secondary mb-0">
            {isFirstFree && 'Pekan pertama yang masih punya waktu kosong. '}
            Jam dalam {zoneLabel(zone)}
          </p>
        </div>
        {path !== null && (
          <nav class="btn-list" aria-label="Pekan">
            {monday > thisMonday && (
              <a class="btn" href={`${path}?minggu=${addDays(monday, -7)}#minggu`}>
                <Icon name="back" />
                Sebelumnya
              </a>
            )}
            <a class="btn" href={`${path}?minggu=${addDays(monday, 7)}#minggu`} rel="next">
              Berikutnya
              <Icon name="next" />
            </a>
          </nav>
        )}
      </div>
      <ul class="unit-week">
        {days.map((day) => (
          <Day key={day.date} day={day} capacity={capacity} zone={zone} own={own} />
        ))}
      </ul>
    </section>
  );
}

const notices: Record<StretchNotice, string | null> = {
  past: 'Sudah lewat',
  'too-soon': 'Terlalu dekat',
  'too-far': 'Belum dapat diajukan',
  'in-time': null,
};

interface DayProps {
  day: PreviewDay;
  capacity: number;
  zone: Zone;
  own: Zone;
}

function Day({ day, capacity, zone, own }: DayProps): VNode {
  const { date, closure, period, stretches } = day;
  return (
    <li class="unit-day">
      <h3 class="unit-day-date">{withoutYear(date)}</h3>
      {!closure && period !== null && <p class="text-secondary mb-1">{period}</p>}
      {closure && (
        <p class="unit-stretch unit-closed">
          <strong>{closure.holiday ? 'Libur' : 'Tutup'}</strong>
          <span>{closure.reason}</span>
        </p>
      )}
      {!closure && stretches.length === 0 && <p class="text-secondary mb-0">Tidak ada jam kunjungan</p>}
      {!closure &&
        stretches.map((stretch) => (
          <Stretch key={stretch.startsAt.getTime()} {...{ stretch, capacity, zone, own }} />
        ))}
    </li>
  );
}

interface StretchProps {
  stretch: PreviewStretch;
  capacity: number;
  zone: Zone;
  own: Zone;
}

/** What can be had of a stretch: nothing that is past, taken, or outside the notice. */
function Stretch({ stretch, capacity, zone, own }: StretchProps): VNode {
  const { startsAt, endsAt, freePlaces, notice } = stretch;
  const free = capacity > 1 ? `${freePlaces} dari ${capacity} tempat` : 'Luang';
  const outside = notices[notice];
  const isFree = outside === null && freePlaces > 0;
  return (
    <p class={isFree ? 'unit-stretch unit-free' : 'unit-stretch unit-taken'}>
      <strong>{formatTimeRange(startsAt, endsAt, zone)}</strong>
      {own !== zone && <span>{formatTimeRange(startsAt, endsAt, own)}</span>}
      <span>{outside ?? (isFree ? free : 'Terisi')}</span>
    </p>
  );
}
