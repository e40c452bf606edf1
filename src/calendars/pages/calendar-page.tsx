import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { zoneLabel, zones, type Zone } from '../../platform/text/zones.js';
import { visitStates, visitStateWords } from '../../visits/index.js';
import type { CalendarDay } from '../queries/calendar-days.js';
import type { CalendarVisit } from '../queries/calendar-visits.js';
import { partiesOf, stateMarks } from './calendar-events.js';
import { CalendarFilters, type FilterProps } from './calendar-filters.js';
import { dayLines } from './closed-days.js';

interface CalendarPageProps extends FilterProps {
  /** Date in the reader's zone. */
  today: string;
  visits: readonly CalendarVisit[];
  days: readonly CalendarDay[];
}

/** A month without its days: `Oktober 2025`. */
const monthName = (date: string): string => formatCalendarDate(date).replace(/^.* (\p{L}+ \d+)$/u, '$1');

/** Visits of a month as a list; the script puts a calendar in its place. */
export function CalendarPage(props: CalendarPageProps): VNode {
  const { actor, today, month } = props;
  return (
    <Layout
      title="Kalender"
      actor={actor}
      path="/kalender"
      styles={['calendars/pages/calendar.css']}
      libraries={['fullcalendar.js']}
      scripts={['calendars/pages/browser/calendar.js']}
    >
      <PageHeading
        title="Kalender"
        lead={`Jam dibaca dalam ${zoneLabel(actor.timeZone)}; waktu tuan rumah disertakan bila berbeda.`}
      >
        <a class="btn" href="/kalender/saya">
          Kalender saya
        </a>
      </PageHeading>
      <CalendarFilters {...props} />
      <p class="alert alert-info d-block" id="kalender-kabar" role="status" hidden />
      <div
        class="card card-body"
        id="kalender"
        data-offset={zones[actor.timeZone].offsetMinutes}
        data-view={props.view}
        data-first={month.from.slice(0, 7) === today.slice(0, 7) ? today : month.from}
        hidden
      />
      <Legend />
      <p class="text-secondary">
        Untuk mengusulkan waktu lain, seret kunjungannya; atau buka kunjungannya, lalu pilih “Usulkan
        perubahan jadwal”.
      </p>
      <MonthList {...props} />
      <ClosedDays {...props} />
      <dialog class="calendar-dialog" id="kalender-tanya" aria-labelledby="pindah-judul" />
    </Layout>
  );
}

function ClosedDays({ actor, chosen, units, days }: CalendarPageProps): VNode {
  const unit = units.find(({ code }) => code === (chosen.unit ?? actor.unit));
  const lines = dayLines(days);
  return (
    <section class="calendar-closings" id="hari-libur" aria-labelledby="hari-libur-judul">
      <h2 class="h3" id="hari-libur-judul">
        {unit ? `Hari libur, dan hari tutup ${unit.name}` : 'Hari libur'}
      </h2>
      {!unit && <p class="text-secondary">Pilih satu UPT untuk melihat juga hari tutupnya.</p>}
      <ul>
        {(lines.length > 0 ? lines : ['Tidak ada.']).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Legend(): VNode {
  return (
    <ul class="calendar-legend" aria-label="Arti tanda">
      {visitStates.slice(0, 6).map((state) => (
        <li key={state}>
          <span class={`calendar-mark calendar-${visitStateWords[state].colour}`} aria-hidden="true">
            {stateMarks[state]}
          </span>
          {visitStateWords[state].name}
        </li>
      ))}
    </ul>
  );
}

function MonthList({ actor, month, chosen, visits }: CalendarPageProps): VNode {
  const at = (date: string): string =>
    pathWith('/kalender', {
      lingkup: chosen.scope,
      keadaan: chosen.state,
      program: chosen.program,
      upt: chosen.unit,
      bulan: date.slice(0, 7),
    });
  return (
    <section class="card" id="kalender-daftar" aria-labelledby="bulan-judul">
      <div class="card-header">
        <h2 class="card-title" id="bulan-judul">
          {monthName(month.from)}
        </h2>
        <nav class="btn-list ms-auto" aria-label="Bulan">
          <a class="btn" href={at(addDays(month.from, -1))} rel="prev">
            Sebelumnya
          </a>
          <a class="btn" href={at(addDays(month.to, 1))} rel="next">
            Berikutnya
          </a>
        </nav>
      </div>
      {visits.length === 0 ? (
        <Empty icon="calendar" title="Tidak ada kunjungan pada bulan ini">
          Lihat bulan lain, atau ubah saringannya.
        </Empty>
      ) : (
        <ul class="list-group list-group-flush">
          {visits.map((visit) => (
            <Line key={visit.id} visit={visit} own={actor.timeZone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ visit, own }: { visit: CalendarVisit; own: Zone }): VNode {
  const { id, title, state, startsAt, endsAt, proposedStartsAt, proposedEndsAt } = visit;
  const zone = visit.timeZone as Zone;
  return (
    <li class="list-group-item">
      <a class="fw-bold calendar-line" href={`/kunjungan/${id}`}>
        {title}
      </a>
      <div>
        {stateMarks[state]} {visitStateWords[state].name} · {partiesOf(visit)}
      </div>
      <div>{formatDateTimeRange(startsAt, endsAt, own)}</div>
      {zone !== own && (
        <div class="text-secondary">Waktu tuan rumah: {formatDateTimeRange(startsAt, endsAt, zone)}</div>
      )}
      {proposedStartsAt && proposedEndsAt && (
        <div class="text-secondary">
          Waktu yang diusulkan: {formatDateTimeRange(proposedStartsAt, proposedEndsAt, own)}
        </div>
      )}
    </li>
  );
}
