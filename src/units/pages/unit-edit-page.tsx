import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { Check, Field, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { namesOf } from '../../platform/text/field-description.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { closedDayLines, hoursLine } from '../domain/hosting-lines.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import type { UnitPart } from '../domain/policies.js';
import {
  unitContactFields,
  hostingFields,
  hostingNumbers,
  hostRules,
  identityFields,
  unitFields,
  type HostingField,
  type UnitField,
} from '../domain/unit-fields.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import { DisplacedCard } from './displaced-card.js';
import { KindCard } from './kind-card.js';
import { PeriodLines } from './period-lines.js';
import { weekdays } from './week-form.js';
import { WeekPreview } from './unit-week-preview.js';
import type { WeekView } from './unit-week.js';

interface UnitEditPageProps {
  actor: Actor;
  unit: UnitDetailsFact;
  /** What the actor may change. */
  parts: readonly UnitPart[];
  /** What was typed, when the form was refused. */
  sent: SentForm | undefined;
  faults: FormFaults | null;
  /** Of what is stored or was typed; null while that cannot be read. */
  preview: { week: WeekView | null; open: boolean };
  /** Agreed visits that what was typed leaves without a time or place. */
  displaced?: readonly DisplacedVisit[];
}

/** The form of a unit: what it is, how it is reached, and how it receives guests. */
export function UnitEditPage(props: UnitEditPageProps): VNode {
  const { actor, unit, parts, faults, preview, displaced = [] } = props;
  const isHost = parts.includes('hosting');
  return (
    <Layout
      title={`Ubah ${unit.name}`}
      actor={actor}
      path="/upt"
      styles={['units/pages/units.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading title={`Ubah ${unit.name}`} back={[`/upt/${unit.code}`, unit.name]} />
      <RefusalAlert faults={faults} />
      <PageForm
        action={`/upt/${unit.code}/ubah`}
        data-refresh={isHost ? '#pratinjau' : undefined}
        also={[`/upt/${unit.code}/ubah/pratinjau`]}
        version={unit.version}
        noValidate
      >
        {parts.includes('identity') && <Identity {...props} />}
        {parts.includes('contact') && <Contact {...props} />}
        {isHost && (
          <>
            <Hosting {...props} />
            <Hours {...props} />
            <WeekPreview {...preview} zone={unit.timeZone} own={actor.timeZone} faults={faults} />
            <KindCard kinds={unit.kinds} sent={props.sent} faults={faults} />
            <Rules {...props} />
          </>
        )}
        <DisplacedCard displaced={displaced} />
        <p class="text-secondary">
          Perubahan berlaku untuk permintaan berikutnya; kunjungan yang sudah disepakati tidak berubah.
        </p>
        <Ways code={unit.code} mayPreview={isHost} words={displaced.length > 0 ? 'Tetap simpan' : 'Simpan'} />
      </PageForm>
    </Layout>
  );
}

function Ways({ code, mayPreview, words }: { code: string; mayPreview: boolean; words: string }): VNode {
  return (
    <div class="btn-list">
      <button class="btn btn-primary" type="submit">
        {words}
      </button>
      {mayPreview && (
        <button class="btn" type="submit" formaction={`/upt/${code}/ubah/pratinjau#pratinjau`} data-refreshes>
          Lihat pratinjau
        </button>
      )}
      <a class="btn" href={`/upt/${code}`}>
        Batal
      </a>
    </div>
  );
}

/** What stands in a field: what was typed, else what is stored. */
const shown = (sent: SentForm | undefined, field: string, stored: unknown): string =>
  sent ? typed(sent, field) : fieldText(stored);

type InputProps = Pick<UnitEditPageProps, 'unit' | 'sent' | 'faults'>;

function UnitInput({ name, unit, sent, faults }: InputProps & { name: UnitField }): VNode {
  const value = shown(sent, name, unit[name]);
  return <DescribedField name={name} field={unitFields[name]} value={value} faults={faults} />;
}

function HostingInput({
  name,
  unit,
  sent,
  faults,
}: InputProps & { name: Exclude<HostingField, 'open' | 'onlineTakesPlace' | 'takesSignatures'> }): VNode {
  const value = shown(sent, name, unit.policy[name]);
  return <DescribedField name={name} field={hostingFields[name]} value={value} faults={faults} />;
}

function Identity(props: UnitEditPageProps): VNode {
  return (
    <Card title="Nama dan tempat">
      <div class="card-body">
        {namesOf(identityFields).map((name) => (
          <UnitInput key={name} name={name} {...props} />
        ))}
      </div>
    </Card>
  );
}

const position = ['latitude', 'longitude'] as const;

function Contact(props: UnitEditPageProps): VNode {
  const others = namesOf(unitContactFields).filter((name) => !position.some((each) => each === name));
  return (
    <Card title="Alamat dan cara menghubungi">
      <div class="card-body">
        {others.map((name) => (
          <UnitInput key={name} name={name} {...props} />
        ))}
        <div class="row">
          {position.map((name) => (
            <div class="col-sm-6" key={name}>
              <UnitInput name={name} {...props} />
            </div>
          ))}
        </div>
        {props.unit.positionConfirmed && (
          <p class="text-secondary mb-0">Letak yang diubah perlu dipastikan kembali.</p>
        )}
      </div>
    </Card>
  );
}

function Hosting(props: UnitEditPageProps): VNode {
  const { unit, sent, faults } = props;
  return (
    <Card title="Menerima kunjungan">
      <div class="card-body">
        <Check
          name="open"
          label={hostingFields.open.label}
          checked={sent ? typed(sent, 'open') === 'ya' : unit.policy.open}
          faults={faults}
        />
        <Check
          name="onlineTakesPlace"
          label={hostingFields.onlineTakesPlace.label}
          hint={hostingFields.onlineTakesPlace.hint}
          checked={sent ? typed(sent, 'onlineTakesPlace') === 'ya' : unit.policy.onlineTakesPlace}
          faults={faults}
        />
        <Check
          name="takesSignatures"
          label={hostingFields.takesSignatures.label}
          hint={hostingFields.takesSignatures.hint}
          checked={sent ? typed(sent, 'takesSignatures') === 'ya' : unit.policy.takesSignatures}
          faults={faults}
        />
        {hostingNumbers.map((name) => (
          <HostingInput key={name} name={name} {...props} />
        ))}
      </div>
    </Card>
  );
}

function Hours({ unit, sent, faults }: UnitEditPageProps): VNode {
  const { code, policy, closedDays, periods, timeZone } = unit;
  return (
    <Card title={`Jam menerima kunjungan (${zoneLabel(timeZone)})`}>
      <div class="card-body">
        <p class="text-secondary">
          Tulis seperti 08.00–11.30, 13.30–16.00. Kosong: tidak menerima pada hari itu.
        </p>
        {weekdays.map(([field, name], index) => (
          <Field
            key={field}
            name={field}
            label={name}
            value={shown(sent, field, hoursLine(policy.windows, index + 1))}
            faults={faults}
            optional
          />
        ))}
        <p>
          <a class="btn" href={`/upt/${code}/masa`}>
            Masa dengan jam lain
          </a>
        </p>
        <PeriodLines periods={periods} />
        <TextArea
          name="closedDays"
          label="Hari tutup"
          hint="Satu baris satu hari, dari hari ini ke depan, misalnya: 24 Desember 2026: Pembersihan gudang. Hari libur nasional sudah termasuk."
          value={shown(sent, 'closedDays', closedDayLines(closedDays))}
          rows={4}
          faults={faults}
          optional
        />
      </div>
    </Card>
  );
}

function Rules(props: UnitEditPageProps): VNode {
  return (
    <Card title="Aturan untuk tamu">
      <div class="card-body">
        {hostRules.map((name) => (
          <HostingInput key={name} name={name} {...props} />
        ))}
      </div>
    </Card>
  );
}
