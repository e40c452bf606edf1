import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Check, Group, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate, toOffsetIso } from '../../platform/text/dates.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import type { VisitFacts } from '../../visits/index.js';
import type { ReadableDate, ReadableSeries } from '../use-cases/read-series.js';

/** What is asked for at one date. */
export const dateSteps = { pindah: 'move', batal: 'call-off' } as const;
export type DateStep = keyof typeof dateSteps;

export interface SeriesDatePageProps {
  actor: Actor;
  now: Date;
  readable: ReadableSeries;
  date: ReadableDate & { visit: VisitFacts };
  /** How many of those after it could take a step, too. */
  later: Readonly<Record<DateStep, number>>;
  refused: { step: DateStep; sent: SentForm; faults: FormFaults } | null;
}

/** Moving or dropping one date of a series, or it and those after it. */
export function SeriesDatePage(props: SeriesDatePageProps): VNode {
  const { actor, now, readable, date, refused } = props;
  const { series } = readable;
  const { visit } = date;
  // What was typed stays, also where the step was taken by somebody else meanwhile.
  const isShown = (step: DateStep): boolean => date.steps.includes(dateSteps[step]) || refused?.step === step;
  return (
    <Layout title="Ubah tanggal" actor={actor} path="/kunjungan">
      <PageHeading
        title="Ubah tanggal"
        lead={readerTimeLine(visit, { timeZone: actor.timeZone, now })}
        back={[`/rangkaian/${series.id}`, series.title]}
      />
      <RefusalAlert faults={refused?.faults ?? null} />
      {isShown('pindah') && <MoveCard {...props} />}
      {isShown('batal') && <CallOffCard {...props} />}
    </Layout>
  );
}

const sentOf = ({ refused }: SeriesDatePageProps, step: DateStep): SentForm | undefined =>
  refused?.step === step ? refused.sent : undefined;

const faultsOf = ({ refused }: SeriesDatePageProps, step: DateStep): FormFaults | null =>
  refused?.step === step ? refused.faults : null;

const addressOf = ({ readable, date }: SeriesDatePageProps, step: DateStep): string =>
  `/rangkaian/${readable.series.id}/tanggal/${date.onDate}/langkah/${step}`;

function MoveCard(props: SeriesDatePageProps): VNode {
  const { readable, date } = props;
  const { startsAt, endsAt, timeZone: zone } = date.visit;
  const [sent, faults] = [sentOf(props, 'pindah'), faultsOf(props, 'pindah')];
  const clock = (at: Date): string => toOffsetIso(at, zone).slice(11, 16);
  const value = (name: string, stored: string): string => (sent ? typed(sent, name) : stored);
  return (
    <Card title="Pindahkan">
      <PageForm
        class="card-body prose"
        action={addressOf(props, 'pindah')}
        version={readable.series.version}
        asks
      >
        <Reach props={props} step="pindah" />
        <DateField
          name="day"
          label="Hari"
          value={value('day', localDate(startsAt, zone))}
          faults={faults}
          scope="pindah"
        />
        <TimeField
          name="from"
          label="Mulai"
          zone={zone}
          value={value('from', clock(startsAt))}
          faults={faults}
          scope="pindah"
        />
        <TimeField
          name="to"
          label="Selesai"
          zone={zone}
          value={value('to', clock(endsAt))}
          faults={faults}
          scope="pindah"
        />
        <p class="text-secondary">
          Bila yang sesudahnya ikut, semuanya pindah ke hari dan jam yang sama pada masanya. Yang sudah
          diajukan atau disepakati menunggu jawaban UPT yang lain; yang jatuh pada hari libur atau hari tutup
          tetap pada waktunya.
        </p>
        <Reason props={props} step="pindah" label="Alasan" />
        <button class="btn btn-primary" type="submit">
          Pindahkan
        </button>
      </PageForm>
    </Card>
  );
}

function CallOffCard(props: SeriesDatePageProps): VNode {
  return (
    <Card title="Batalkan">
      <PageForm
        class="card-body prose"
        action={addressOf(props, 'batal')}
        version={props.readable.series.version}
        asks
      >
        <Reach props={props} step="batal" />
        <Reason props={props} step="batal" label="Alasan pembatalan" />
        <button class="btn btn-danger" type="submit">
          Batalkan
        </button>
      </PageForm>
    </Card>
  );
}

interface PartProps {
  props: SeriesDatePageProps;
  step: DateStep;
}

/** The question that every change of a series asks. */
function Reach({ props, step }: PartProps): VNode {
  const [sent, faults] = [sentOf(props, step), faultsOf(props, step)];
  const later = props.later[step];
  const chosen = typed(sent, 'jangkauan') || 'ini';
  return (
    <Group legend="Yang diubah">
      <Check
        type="radio"
        name="jangkauan"
        scope={`${step}-ini`}
        value="ini"
        label="Tanggal ini saja"
        checked={chosen === 'ini'}
        faults={null}
      />
      <Check
        type="radio"
        name="jangkauan"
        scope={`${step}-sesudahnya`}
        value="sesudahnya"
        label={`Tanggal ini dan yang sesudahnya (${later} tanggal lagi)`}
        checked={chosen === 'sesudahnya'}
        faults={faults}
      />
    </Group>
  );
}

const Reason = ({ props, step, label }: PartProps & { label: string }): VNode => (
  <TextArea
    name="reason"
    label={label}
    hint="Dibaca oleh kedua UPT dan Kanwil, dan tersimpan dalam riwayat."
    rows={3}
    maxLength={2000}
    value={typed(sentOf(props, step), 'reason')}
    faults={faultsOf(props, step)}
    scope={step}
  />
);
