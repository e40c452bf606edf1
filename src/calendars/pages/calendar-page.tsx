import type { VNode } from 'preact';
import { Misread } from '../../platform/pages/calendar-fields.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import type { AskedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import { pathWith } from '../../platform/pages/paging.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { monthWords } from '../../platform/text/calendar-words.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import { zoneLabel, zones } from '../../platform/text/zones.js';
import { visitStates, visitStateWords, proposedTime } from '../../visits/index.js';
import type { CalendarDay } from '../queries/calendar-days.js';
import type { VisitOnDays, VisitsOfPeriod } from '../queries/calendar-visits.js';
import { partiesOf, stateMarks } from './calendar-events.js';
import { CalendarFilters, type FilterProps } from './calendar-filters.js';
import { dayLines } from './closed-days.js';
import { daysOfMany, MANY_WORDS } from './days-of-many.js';
import type { ShownDayOfMany } from './shown-calendar.js';

interface CalendarPageProps extends FilterProps, VisitsOfPeriod {
  /** Date in the reader's zone. */
  today: string;
  now: Date;
  /** The month as its address asked for it. */
  bulan: AskedCalendar;
  days: readonly CalendarDay[];
}

/** A month without its days: `Oktober 2025`. */
const monthName = (date: string): string => monthWords(date.slice(0, 7));

/** Visits of a month as a list; the script puts a calendar in its place. */
export function CalendarPage(props: CalendarPageProps): VNode {
  const { actor, today, bulan, month } = props;
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
        lead={`Hari dan jam kalender dalam ${zoneLabel(actor.timeZone)}; waktu tuan rumah disertakan bila berbeda.`}
      >
        <a class="btn" href="/kalender/saya">
          Kalender saya
        </a>
      </PageHeading>
      <Misread asked={[bulan]} shown={monthName(month.from)} />
      <CalendarFilters {...props} />
      <p class="alert alert-info d-block" id="kalender-kabar" role="status" hidden />
      <p class="alert alert-info d-block" id="kalender-catatan" role="status" hidden />
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

function MonthList({ actor, month, chosen, visits, manyByDay, now }: CalendarPageProps): VNode {
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
      {manyByDay.length > 0 ? (
        <DaysOfMany days={daysOfMany(manyByDay, chosen)} />
      ) : visits.length === 0 ? (
        <Empty icon="calendar" title="Tidak ada kunjungan pada bulan ini">
          Lihat bulan lain, atau ubah saringannya.
        </Empty>
      ) : (
        <ul class="list-group list-group-flush">
          {visits.map((visit) => (
            <Line key={visit.id} visit={visit} reader={{ timeZone: actor.timeZone, now }} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DaysOfMany({ days }: { days: readonly ShownDayOfMany[] }): VNode {
  return (
    <>
      <p class="card-body mb-0">{MANY_WORDS}</p>
      <ul class="list-group list-group-flush">
        {days.map(({ date, title, url }) => (
          <li class="list-group-item" key={date}>
            <a class="fw-bold calendar-line" href={url}>
              {formatCalendarDate(date)}
            </a>
            <div>{title}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ visit, reader }: { visit: VisitOnDays; reader: TimeReader }): VNode {
  const { id, title, state, timeZone } = visit;
  const proposed = proposedTime(visit);
  return (
    <li class="list-group-item">
      <a class="fw-bold calendar-line" href={`/kunjungan/${id}`}>
        {title}
      </a>
      <div>
        {stateMarks[state]} {visitStateWords[state].name} · {partiesOf(visit)}
      </div>
      <div>
        <ReaderTime of={visit} reader={reader} />
      </div>
      {proposed && (
        <div class="text-secondary">
          Waktu yang diusulkan: {readerTimeLine({ ...proposed, timeZone }, reader)}
        </div>
      )}
    </li>
  );
}
