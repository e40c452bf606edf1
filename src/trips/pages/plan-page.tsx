import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { Check, Field, RefusalAlert, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { PastedField, PASTED_STYLES } from '../../platform/pages/pasted-people.js';
import type { Actor } from '../../platform/security/actor.js';
import { distanceText } from '../../platform/text/distance.js';
import { isOnSite, type ProgramChoice } from '../../visits/index.js';
import { aboutWords } from '../domain/travel.js';
import type { PlanView } from '../use-cases/look-at-plan.js';
import { MeetingFields } from './meeting-fields.js';
import { legNumbers } from './trip-forms.js';
import { pastedParty } from './trip-party.js';

interface PlanPageProps {
  actor: Actor;
  programs: readonly ProgramChoice[];
  sent: SentForm | undefined;
  /** What follows from what was typed; null before anything was. */
  plan: PlanView | null;
  faults: FormFaults | null;
}

const kindOptions = [
  { value: 'study-visit', name: 'Studi tiru' },
  { value: 'working-visit', name: 'Kunjungan kerja' },
  { value: 'coordination', name: 'Koordinasi' },
];

/** One page to plan a trip to two or three hosts. */
export function PlanPage(props: PlanPageProps): VNode {
  const { actor, sent, faults } = props;
  return (
    <Layout
      title="Rencanakan perjalanan"
      actor={actor}
      path="/kunjungan"
      styles={['trips/pages/trips.css', PASTED_STYLES]}
    >
      <PageHeading
        title="Rencanakan perjalanan"
        lead={`Satu rombongan ${actor.placeName ?? 'UPT Anda'} ke dua atau tiga tuan rumah. Setiap tuan rumah menjawab untuk singgahnya sendiri.`}
        back={['/perjalanan', 'Perjalanan']}
      />
      <RefusalAlert faults={faults} />
      <PageForm class="prose" action="/perjalanan/baru">
        <Field name="title" label="Judul" maxLength={200} value={typed(sent, 'title')} faults={faults} />
        <Select
          name="kind"
          label="Bentuk kunjungan"
          options={kindOptions}
          value={typed(sent, 'kind') || 'study-visit'}
          faults={faults}
        />
        <TextArea
          name="purpose"
          label="Maksud dan tujuan"
          rows={3}
          maxLength={4000}
          value={typed(sent, 'purpose')}
          faults={faults}
        />
        {legNumbers.map((number) => (
          <LegFields key={number} number={number} {...props} />
        ))}
        <Ways plan={props.plan} />
        <Party sent={sent} faults={faults} />
        <div class="btn-list">
          <button class="btn btn-primary" type="submit" name="langkah" value="ajukan">
            Ajukan ke semua tuan rumah
          </button>
          <button class="btn" type="submit" name="langkah" value="draf">
            Simpan sebagai draf
          </button>
          <button class="btn" type="submit" name="langkah" value="periksa" formnovalidate>
            Periksa jarak, waktu, dan daftar
          </button>
        </div>
      </PageForm>
    </Layout>
  );
}

function Party({ sent, faults }: Pick<PlanPageProps, 'sent' | 'faults'>): VNode {
  return (
    <PastedField
      name="tempel"
      label="Rombongan"
      rows={5}
      hint="Satu orang satu baris: nama, NIP, pangkat, jabatan, surel, telepon; dapat ditempel dari Excel, Word, atau WhatsApp. Yang pertama memimpin. Satu daftar ini berlaku untuk semua singgah."
      list={pastedParty(sent)}
      value={typed(sent, 'tempel')}
      faults={faults}
      optional
    />
  );
}

function LegFields({ number, programs, sent, faults }: PlanPageProps & { number: number }): VNode {
  const optional = number > 2;
  const name = (field: string): string => `${field}-${number}`;
  const chosen = [sent?.[name('programs')]].flat();
  const common = { faults, optional };
  return (
    <fieldset class="card card-body mb-3">
      <legend class="form-label">
        Singgah {number}
        {optional && ' (bila ada)'}
      </legend>
      <Field
        name={name('host')}
        label="UPT tujuan"
        maxLength={200}
        value={typed(sent, name('host'))}
        hint="Nama lengkap atau bagiannya, misalnya Rutan Banjarnegara."
        {...common}
      />
      <div class="trip-times">
        <DateField name={name('day')} label="Hari" value={typed(sent, name('day'))} {...common} />
        <TimeField
          name={name('from')}
          label="Mulai"
          zone={null}
          value={typed(sent, name('from'))}
          {...common}
        />
        <TimeField
          name={name('to')}
          label="Selesai"
          zone={null}
          value={typed(sent, name('to'))}
          {...common}
        />
      </div>
      <p class="text-secondary">Jam menurut waktu tuan rumahnya.</p>
      <MeetingFields names={{ mode: name('mode'), link: name('link') }} sent={sent} faults={faults} />
      <details>
        <summary>Program yang dilihat di sini</summary>
        {programs.map(({ code, title }) => (
          <Check
            key={code}
            name={name('programs')}
            scope={`${number}-${code}`}
            value={code}
            label={title}
            checked={chosen.includes(code)}
            faults={null}
          />
        ))}
      </details>
    </fieldset>
  );
}

function Ways({ plan }: { plan: PlanView | null }): VNode | null {
  if (plan === null) return null;
  return (
    <div class="mb-3" role="status">
      {plan.against !== null && <p class="alert alert-warning d-block">{plan.against}</p>}
      {plan.ways.map(({ from, to, distance, minutes }) => (
        <p class="mb-1" key={`${from}-${to}`}>
          {from} ke {to}: {distanceText(distance)} garis lurus, {aboutWords(minutes)} perjalanan.
        </p>
      ))}
      {plan.ways.length < plan.found.filter(isOnSite).length - 1 && (
        <p class="text-secondary mb-0">
          Sebagian jarak belum diketahui, karena letak UPT-nya belum tercatat.
        </p>
      )}
    </div>
  );
}
