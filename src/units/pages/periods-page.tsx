import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Check, Field, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { dateSpanWords } from '../../platform/text/calendar-words.js';
import type { Zone } from '../../platform/text/zones.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import { hoursLine } from '../domain/hosting-lines.js';
import { LONGEST_PERIOD_NAME } from '../domain/hosting-period.js';
import type { PeriodLine } from '../queries/list-periods.js';
import { DisplacedCard } from './displaced-card.js';
import { periodHours } from './period-lines.js';
import { WeekPreview } from './unit-week-preview.js';
import type { WeekView } from './unit-week.js';
import { weekdays } from './week-form.js';

/** Whose periods a page is about. */
export interface PeriodPlace {
  /** Null for every unit. */
  unit: { code: string; name: string; timeZone: Zone } | null;
  path: string;
  back: [href: string, name: string];
}

export interface PeriodsPageProps {
  actor: Actor;
  place: PeriodPlace;
  /** The place's own, and for a unit those of every unit. */
  periods: readonly PeriodLine[];
  /** The one that is changed; null for a new one. */
  edited: PeriodLine | null;
  notice?: string | undefined;
  /** What was typed, when the form was refused or is only shown. */
  sent?: SentForm | undefined;
  faults?: FormFaults | null;
  /** Agreed visits that saving, or removing, leaves without a time. */
  displaced?: { by: 'save' | 'remove'; visits: readonly DisplacedVisit[] } | null;
  /** The first week of what was typed, for a unit. */
  week?: WeekView | null;
}

const styles = ['units/pages/units.css', 'units/pages/administration.css'];

/** Periods with other hours: those that there are, and the form of one. */
export function PeriodsPage(props: PeriodsPageProps): VNode {
  const { actor, place, periods, edited, notice, faults = null } = props;
  const title = edited ? `Ubah ${edited.name}` : 'Masa dengan jam lain';
  const lead = place.unit
    ? `Tanggal-tanggal ketika ${place.unit.name} menerima kunjungan pada jam lain, atau tidak menerima.`
    : 'Tanggal-tanggal ketika semua UPT menerima kunjungan pada jam lain, misalnya Ramadan. UPT dapat menetapkan jamnya sendiri.';
  return (
    <Layout
      title={title}
      actor={actor}
      path={place.unit ? '/upt' : '/pengelolaan'}
      styles={styles}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title={title}
        lead={lead}
        back={edited ? [place.path, 'Masa dengan jam lain'] : place.back}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      {!edited && <Stored place={place} periods={periods} />}
      <Form {...props} />
      {edited && <Remove {...props} edited={edited} />}
    </Layout>
  );
}

function Stored({ place, periods }: Pick<PeriodsPageProps, 'place' | 'periods'>): VNode {
  return (
    <Card title="Yang tersimpan">
      {periods.length === 0 ? (
        <Empty icon="calendar" title="Belum ada masa dengan jam lain">
          Isi di bawah ini bila ada, misalnya jam selama Ramadan.
        </Empty>
      ) : (
        <ul class="list-group list-group-flush">
          {periods.map((period) => (
            <li class="list-group-item" key={period.id}>
              <span class="d-block fw-medium text-break">
                {isOwn(place, period) ? (
                  <a href={`${place.path}/${period.id}`}>{period.name}</a>
                ) : (
                  `${period.name} (untuk semua UPT)`
                )}
              </span>
              <span class="text-secondary">
                {dateSpanWords(period.from, period.until)} · {periodHours(period)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const isOwn = ({ unit }: PeriodPlace, period: PeriodLine): boolean => period.unit === (unit?.code ?? null);

function Form(props: PeriodsPageProps): VNode {
  const { actor, place, edited, displaced = null, week = null, faults = null } = props;
  const action = edited ? `${place.path}/${edited.id}` : place.path;
  const isShown = displaced?.by === 'save' && displaced.visits.length > 0;
  return (
    <PageForm
      action={action}
      also={[`${action}/pratinjau`]}
      data-refresh={place.unit ? '#pratinjau' : undefined}
      {...(edited ? { version: edited.version } : {})}
      noValidate
    >
      <Card title={edited ? 'Masa ini' : 'Tambah masa'}>
        <div class="card-body">
          <Fields {...props} />
        </div>
      </Card>
      {place.unit && (
        <WeekPreview week={week} open zone={place.unit.timeZone} own={actor.timeZone} faults={faults} />
      )}
      {isShown && <DisplacedCard displaced={displaced.visits} />}
      <div class="btn-list mb-3">
        <button class="btn btn-primary" type="submit">
          {isShown ? 'Tetap simpan' : 'Simpan'}
        </button>
        {place.unit && (
          <button class="btn" type="submit" formaction={`${action}/pratinjau#pratinjau`} data-refreshes>
            Lihat pratinjau
          </button>
        )}
        <a class="btn" href={edited ? place.path : place.back[0]}>
          Batal
        </a>
      </div>
    </PageForm>
  );
}

function Fields({ edited, sent, faults = null }: PeriodsPageProps): VNode {
  const shown = (field: string, stored: string | undefined): string =>
    sent ? typed(sent, field) : (stored ?? '');
  return (
    <>
      <Field
        name="name"
        label="Nama"
        hint="Misalnya: Ramadan 1448 H"
        maxLength={LONGEST_PERIOD_NAME}
        value={shown('name', edited?.name)}
        faults={faults}
      />
      <div class="row">
        <div class="col-sm-6">
          <DateField name="from" label="Hari pertama" value={shown('from', edited?.from)} faults={faults} />
        </div>
        <div class="col-sm-6">
          <DateField
            name="until"
            label="Hari terakhir"
            value={shown('until', edited?.until)}
            faults={faults}
          />
        </div>
      </div>
      <Check
        name="closed"
        label="Tidak menerima kunjungan sama sekali"
        checked={sent ? typed(sent, 'closed') === 'ya' : (edited?.closed ?? false)}
        faults={faults}
      />
      <p class="text-secondary">
        Jam menurut jam setempat, seperti 08.00–11.30, 12.30–15.00. Kosong: tidak menerima pada hari itu.
      </p>
      {weekdays.map(([field, name], index) => (
        <Field
          key={field}
          name={field}
          label={name}
          value={shown(field, edited ? hoursLine(edited.windows, index + 1) : undefined)}
          faults={faults}
          optional
        />
      ))}
    </>
  );
}

function Remove({ place, edited, displaced = null }: PeriodsPageProps & { edited: PeriodLine }): VNode {
  const isShown = displaced?.by === 'remove' && displaced.visits.length > 0;
  return (
    <PageForm action={`${place.path}/${edited.id}/hapus`}>
      <input type="hidden" name="version" value={edited.version} />
      {isShown && <DisplacedCard displaced={displaced.visits} />}
      <button class="btn btn-danger" type="submit">
        {isShown ? 'Tetap hapus masa ini' : 'Hapus masa ini'}
      </button>
    </PageForm>
  );
}
