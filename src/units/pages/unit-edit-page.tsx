import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, Field, Refusal, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { closedDayLines, hoursLine } from '../domain/hosting-lines.js';
import { policyBounds } from '../domain/hosting-policy.js';
import type { UnitPart } from '../domain/policies.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';
import { weekdays } from './unit-edit-form.js';
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
}

/** The form of a unit: what it is, how it is reached, and how it receives guests. */
export function UnitEditPage(props: UnitEditPageProps): VNode {
  const { actor, unit, parts, sent, faults, preview } = props;
  const isStale = faults?.status === 409;
  const isHost = parts.includes('hosting');
  return (
    <Layout
      title={`Ubah ${unit.name}`}
      actor={actor}
      path="/upt"
      styles={['units/pages/units.css']}
      scripts={['platform/pages/browser/keep.js', 'platform/pages/browser/refresh.js']}
    >
      <PageHeading title={`Ubah ${unit.name}`} back={[`/upt/${unit.code}`, unit.name]} />
      <Refusal faults={faults} />
      <PageForm
        action={`/upt/${unit.code}/ubah`}
        data-refresh={isHost ? '#pratinjau' : undefined}
        keep={{ form: `upt:${unit.code}`, version: unit.version, title: `Ubah ${unit.name}` }}
        noValidate
      >
        <input
          type="hidden"
          name="version"
          value={sent && !isStale ? typed(sent, 'version') : unit.version}
        />
        {parts.includes('identity') && <Identity {...props} />}
        {parts.includes('contact') && <Contact {...props} />}
        {isHost && (
          <>
            <Hosting {...props} />
            <Hours {...props} />
            <WeekPreview {...preview} zone={unit.timeZone} own={actor.timeZone} faults={faults} />
            <Rules {...props} />
          </>
        )}
        <p class="text-secondary">
          Perubahan berlaku untuk permintaan berikutnya; kunjungan yang sudah disepakati tidak berubah.
        </p>
        <Ways code={unit.code} mayPreview={isHost} />
      </PageForm>
    </Layout>
  );
}

function Ways({ code, mayPreview }: { code: string; mayPreview: boolean }): VNode {
  return (
    <div class="btn-list">
      <button class="btn btn-primary" type="submit">
        Simpan
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
const shown = (sent: SentForm | undefined, field: string, stored: string | number | null): string =>
  sent ? typed(sent, field) : String(stored ?? '');

function Identity({ unit, sent, faults }: UnitEditPageProps): VNode {
  const value = (field: string, stored: string | number | null) => ({
    name: field,
    faults,
    value: shown(sent, field, stored),
  });
  return (
    <Card title="Nama dan tempat">
      <div class="card-body">
        <Field {...value('name', unit.name)} label="Nama resmi" hint="Nama lama tetap dapat dicari." />
        <Field {...value('place', unit.place)} label="Kota atau kabupaten" />
        <TextArea
          {...value('aliases', unit.aliases.join('\n'))}
          label="Sebutan lain"
          hint="Satu baris satu sebutan."
          rows={2}
          optional
        />
        <div class="row">
          <div class="col-sm-6">
            <Field {...value('latitude', unit.latitude)} label="Lintang" hint="Contoh: -7,397" optional />
          </div>
          <div class="col-sm-6">
            <Field {...value('longitude', unit.longitude)} label="Bujur" hint="Contoh: 109,697" optional />
          </div>
        </div>
      </div>
    </Card>
  );
}

function Contact({ unit, sent, faults }: UnitEditPageProps): VNode {
  return (
    <Card title="Cara menghubungi">
      <div class="card-body">
        <Field
          name="email"
          label="Surel"
          type="email"
          value={shown(sent, 'email', unit.email)}
          faults={faults}
          optional
        />
        <Field
          name="phone"
          label="Telepon"
          type="tel"
          value={shown(sent, 'phone', unit.phone)}
          faults={faults}
          optional
        />
        <Field
          name="address"
          label="Alamat"
          value={shown(sent, 'address', unit.address)}
          faults={faults}
          optional
        />
      </div>
    </Card>
  );
}

function Hosting({ unit: { policy }, sent, faults }: UnitEditPageProps): VNode {
  const bounded = (field: 'capacity' | 'largestParty' | 'shortestNoticeDays' | 'longestNoticeDays') => ({
    name: field,
    type: 'number' as const,
    min: policyBounds[field][0],
    max: policyBounds[field][1],
    value: shown(sent, field, policy[field]),
    faults,
  });
  return (
    <Card title="Menerima kunjungan">
      <div class="card-body">
        <Check
          name="open"
          label="UPT ini menerima kunjungan"
          checked={sent ? typed(sent, 'open') === 'ya' : policy.open}
          faults={faults}
        />
        <Field
          {...bounded('capacity')}
          label="Kunjungan pada waktu yang sama"
          hint="Berapa rombongan dapat diterima bersamaan."
        />
        <Field
          {...bounded('largestParty')}
          label="Rombongan terbesar (orang)"
          hint="Kosong: tidak dibatasi."
          optional
        />
        <Field {...bounded('shortestNoticeDays')} label="Diajukan paling lambat (hari sebelumnya)" />
        <Field {...bounded('longestNoticeDays')} label="Diajukan paling awal (hari sebelumnya)" />
      </div>
    </Card>
  );
}

function Hours({ unit: { policy, closedDays, timeZone }, sent, faults }: UnitEditPageProps): VNode {
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
        <TextArea
          name="closedDays"
          label="Hari tutup"
          hint="Satu baris satu hari, dari hari ini ke depan, misalnya: 2026-12-24 Pembersihan gudang. Hari libur nasional sudah termasuk."
          value={shown(sent, 'closedDays', closedDayLines(closedDays))}
          rows={4}
          faults={faults}
          optional
        />
      </div>
    </Card>
  );
}

function Rules({ unit: { policy }, sent, faults }: UnitEditPageProps): VNode {
  const rule = (name: 'identityRule' | 'phoneRule' | 'cameraRule') => ({
    name,
    faults,
    rows: 2,
    value: shown(sent, name, policy[name]),
    optional: true,
  });
  return (
    <Card title="Aturan untuk tamu">
      <div class="card-body">
        <TextArea {...rule('identityRule')} label="Kartu pengenal" />
        <TextArea {...rule('phoneRule')} label="Telepon genggam" />
        <TextArea {...rule('cameraRule')} label="Kamera dan foto" />
      </div>
    </Card>
  );
}
