import type { VNode } from 'preact';
import { Select } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { zoneLabel, zones, type Zone } from '../../platform/text/zones.js';
import { visitStates, visitStateWords, type ProgramChoice } from '../../visits/index.js';
import type { CalendarDay } from '../queries/calendar-days.js';
import type { CalendarScope, CalendarVisit } from '../queries/calendar-visits.js';
import { scopesOf, type CalendarChoice, type Dates } from './calendar-choice.js';
import { partiesOf, stateMarks } from './calendar-events.js';

export interface CalendarPageProps {
  actor: Actor;
  /** Date in the reader's zone. */
  today: string;
  month: Dates;
  chosen: CalendarChoice;
  programs: readonly ProgramChoice[];
  visits: readonly CalendarVisit[];
  days: readonly CalendarDay[];
}

const scopeWords: Readonly<Record<CalendarScope, string>> = {
  unit: 'UPT sendiri',
  saya: 'Yang saya ikuti',
  wilayah: 'Satu wilayah',
  semua: 'Semua wilayah',
};

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
      <Filters {...props} />
      <p class="alert alert-info d-block" id="kalender-kabar" role="status" hidden />
      <div
        class="card card-body"
        id="kalender"
        data-offset={zones[actor.timeZone].offsetMinutes}
        data-first={month.from.slice(0, 7) === today.slice(0, 7) ? today : month.from}
        hidden
      />
      <Legend />
      <MonthList {...props} />
      <section id="hari-libur" aria-labelledby="hari-libur-judul">
        <h2 class="h3 mt-3" id="hari-libur-judul">
          Hari libur dan hari tutup
        </h2>
        <ul class="calendar-days">
          {props.days.map(({ date, name }) => (
            <li key={`${date} ${name}`}>
              {formatCalendarDate(date)}: {name}
            </li>
          ))}
          {props.days.length === 0 && <li>Tidak ada.</li>}
        </ul>
      </section>
      <dialog class="calendar-dialog" id="kalender-tanya" aria-labelledby="pindah-judul" />
    </Layout>
  );
}

function Filters({ actor, month, chosen, programs }: CalendarPageProps): VNode {
  const common = { faults: null, optional: true } as const;
  return (
    <form class="card card-body mb-3 pb-2" method="get" action="/kalender" id="kalender-saringan">
      <input type="hidden" name="bulan" value={month.from.slice(0, 7)} />
      <div class="calendar-filters">
        <Select
          name="lingkup"
          label="Kunjungan"
          options={scopesOf(actor).map((value) => ({ value, name: scopeWords[value] }))}
          value={chosen.scope}
          {...common}
          optional={false}
        />
        <Select
          name="keadaan"
          label="Keadaan"
          options={visitStates.map((value) => ({ value, name: visitStateWords[value].name }))}
          value={chosen.state}
          none="Semua yang berlaku"
          {...common}
        />
        <Select
          name="program"
          label="Program"
          options={programs.map(({ code, number, title }) => ({
            value: code,
            name: number === null ? title : `${number}. ${title}`,
          }))}
          value={chosen.program}
          none="Semua"
          {...common}
        />
        <button class="btn mb-3" type="submit">
          Tampilkan
        </button>
      </div>
    </form>
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
