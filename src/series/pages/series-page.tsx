import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { ChosenBoxes, DescribedFields } from '../../platform/pages/described-fields.js';
import { NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, localDate } from '../../platform/text/dates.js';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import {
  acceptanceForm,
  besideEachOther,
  chosenReceivers,
  proposedTime,
  visitStateWords,
  type Receiver,
  type VisitFacts,
} from '../../visits/index.js';
import type { SeriesStep } from '../domain/series-steps.js';
import { recurrenceWords } from '../domain/series-words.js';
import type { ReadableDate, ReadableSeries } from '../use-cases/read-series.js';

/** A date that stays as it was, and why. */
export interface RefusedDate {
  onDate: string;
  because: string;
}

export interface SeriesPageProps {
  actor: Actor;
  now: Date;
  readable: ReadableSeries;
  /** People of the host, where the reader may answer for it. */
  receivers: readonly Receiver[];
  notice?: string | undefined;
  /** Dates that did not take the last step. */
  refusedDates?: readonly RefusedDate[];
  sent?: SentForm | undefined;
  faults?: FormFaults | null;
}

/** Steps that are taken on several dates here; moving and dropping are asked for at a date. */
export const answerSteps = ['submit', 'accept', 'approve', 'decline'] as const satisfies SeriesStep[];
export type AnswerStep = (typeof answerSteps)[number];

/** A meeting that repeats, with all its dates. */
export function SeriesPage(props: SeriesPageProps): VNode {
  const { actor, readable, notice, refusedDates = [], faults = null } = props;
  const { series, about } = readable;
  return (
    <Layout
      title={series.title}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css', 'series/pages/series.css']}
    >
      <PageHeading
        title={series.title}
        lead={recurrenceWords(series)}
        back={['/kunjungan', 'Semua kunjungan']}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <RefusedDates dates={refusedDates} />
      <Card title="Rangkaian">
        <div class="card-body">
          <Facts
            lines={[
              ['Tamu', about.guestUnitName],
              ['Tuan rumah', about.hostUnitName],
              ['Pertemuan', countWords(readable.dates)],
            ]}
          />
          <p class="text-secondary mb-0 mt-2">
            Setiap tanggal adalah kunjungan tersendiri: dapat dipindah atau dilepas sendiri tanpa mengubah
            yang lain.
          </p>
        </div>
      </Card>
      <Dates {...props} />
    </Layout>
  );
}

function countWords(dates: readonly ReadableDate[]): string {
  const skipped = dates.filter((date) => date.skipped !== null).length;
  const count = `${dates.length - skipped} tanggal`;
  return skipped > 0 ? `${count}, ${skipped} dilewati` : count;
}

function RefusedDates({ dates }: { dates: readonly RefusedDate[] }): VNode | null {
  if (dates.length === 0) return null;
  return (
    <div class="alert alert-warning d-block" role="alert">
      <h2 class="alert-title">{dates.length} tanggal belum berubah</h2>
      <ul class="mb-0">
        {dates.map(({ onDate, because }) => (
          <li key={onDate}>
            {formatCalendarDate(onDate)}: {because}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the buttons say, and what they are for. */
const answers: Readonly<Record<AnswerStep, { button: string; tone: string }>> = {
  submit: { button: 'Ajukan yang dicentang', tone: 'btn btn-primary' },
  accept: { button: 'Terima yang dicentang', tone: 'btn btn-primary' },
  approve: { button: 'Setujui yang dicentang', tone: 'btn btn-primary' },
  decline: { button: 'Tolak yang dicentang', tone: 'btn btn-danger' },
};

const isAnswerable = ({ steps }: ReadableDate): boolean => answerSteps.some((step) => steps.includes(step));

function Dates(props: SeriesPageProps): VNode {
  const { readable, sent, faults = null } = props;
  const { series, dates } = readable;
  const offered = answerSteps.filter((step) => dates.some(({ steps }) => steps.includes(step)));
  const list = <DateList {...props} answers={offered.length > 0} />;
  if (offered.length === 0) return <Card title="Tanggal">{list}</Card>;
  const address = (step: AnswerStep): string => `/rangkaian/${series.id}/langkah/${step}`;
  const [first = 'accept'] = offered;
  return (
    <Card title="Tanggal">
      <PageForm action={address(first)} also={offered.map(address)} version={series.version} asks>
        {list}
        <div class="card-body">
          {asksReception(readable, sent) && <Reception {...props} />}
          <TextArea
            name="reason"
            label={offered.includes('decline') ? 'Keterangan, atau alasan bila menolak' : 'Keterangan'}
            hint="Dibaca oleh kedua UPT dan Kanwil, dan tersimpan dalam riwayat."
            rows={2}
            maxLength={2000}
            optional
            needed={offered.includes('decline') ? 'untuk menolak' : undefined}
            value={typed(sent, 'reason')}
            faults={faults}
          />
          <div class="btn-list">
            {offered.map((step) => (
              <button class={answers[step].tone} type="submit" formaction={address(step)} key={step}>
                {answers[step].button}
              </button>
            ))}
          </div>
        </div>
      </PageForm>
    </Card>
  );
}

/** Whether the form asks who receives and on what terms: where a date can be accepted, and where that was typed already. */
export const asksReception = ({ dates }: ReadableSeries, sent: SentForm | undefined): boolean =>
  dates.some(({ steps }) => steps.includes('accept')) ||
  ['hosts', ...Object.keys(acceptanceForm)].some((name) => sent?.[name] !== undefined);

/** What the host says to every date that it accepts; what is left empty stays as each date has it. */
function Reception({ actor, receivers, sent, faults = null }: SeriesPageProps): VNode {
  const hosts = sent ? [sent['hosts'] ?? []].flat() : null;
  return (
    <>
      <ChosenBoxes
        name="hosts"
        legend="Siapa yang menerima tamu"
        hint="Mereka menjadi peserta setiap tanggal yang diterima dan mendapat undangan kalender."
        boxes={chosenReceivers(receivers, actor.personId, hosts)}
        faults={faults}
      />
      <p class="text-secondary mb-2">
        Isian berikut berlaku untuk semua tanggal yang dicentang; yang dikosongkan tetap seperti pada tiap
        tanggal.
      </p>
      <DescribedFields
        fields={acceptanceForm}
        beside={besideEachOther}
        values={(name) => typed(sent, name)}
        faults={faults}
      />
    </>
  );
}

function DateList({ actor, now, readable, sent, answers }: SeriesPageProps & { answers: boolean }): VNode {
  const ticked = sent === undefined ? null : [sent['tanggal']].flat();
  return (
    <ul class="list-group list-group-flush">
      {readable.dates.map((date) => (
        <li class="list-group-item series-date" key={date.onDate}>
          {answers && isAnswerable(date) && (
            <input
              class="form-check-input"
              type="checkbox"
              name="tanggal"
              value={date.onDate}
              id={`tanggal-${date.onDate}`}
              aria-label={`Pilih ${formatCalendarDate(date.onDate)}`}
              checked={ticked === null || ticked.includes(date.onDate)}
            />
          )}
          <OneDate date={date} seriesId={readable.series.id} reader={{ timeZone: actor.timeZone, now }} />
        </li>
      ))}
    </ul>
  );
}

interface OneDateProps {
  date: ReadableDate;
  seriesId: string;
  reader: TimeReader;
}

function OneDate({ date: { onDate, skipped, visit, steps }, seriesId, reader }: OneDateProps): VNode {
  if (!visit) {
    return (
      <div class="series-date-words text-secondary">
        <span class="fw-medium">{formatCalendarDate(onDate)}</span>
        <span class="d-block">Dilewati: {skipped}</span>
      </div>
    );
  }
  const { name, colour } = visitStateWords[visit.state];
  const mayChange = steps.includes('move') || steps.includes('call-off');
  return (
    <div class="series-date-words">
      <a class="fw-medium" href={`/kunjungan/${visit.id}`}>
        <ReaderTime of={visit} reader={reader} />
      </a>
      <Moved onDate={onDate} visit={visit} reader={reader} />
      <span class="d-block">
        <span class="badge badge-outline">
          <span class={`status-dot bg-${colour} me-1`} />
          {name}
        </span>
        {mayChange && (
          <a class="ms-2" href={`/rangkaian/${seriesId}/tanggal/${onDate}`}>
            Ubah<span class="visually-hidden"> {formatCalendarDate(onDate)}</span>
          </a>
        )}
      </span>
    </div>
  );
}

function Moved({ onDate, visit, reader }: MovedProps): VNode {
  const { startsAt, timeZone } = visit;
  const proposed = proposedTime(visit);
  return (
    <>
      {localDate(startsAt, timeZone) !== onDate && (
        <span class="d-block text-secondary">Dipindah dari {formatCalendarDate(onDate)}</span>
      )}
      {proposed && (
        <span class="d-block">Diusulkan: {readerTimeLine({ ...proposed, timeZone }, reader)}</span>
      )}
    </>
  );
}

interface MovedProps {
  onDate: string;
  visit: VisitFacts;
  reader: TimeReader;
}
