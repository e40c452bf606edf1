import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, Field, Group, Refusal, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { ProgramChoice } from '../queries/program-choices.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { TimeFields, type TypedTimes } from './time-fields.js';

/** What the form shows: what stands, or what was typed. */
export interface EditValues {
  version: number | string;
  texts: Readonly<Record<string, string>>;
  programs: readonly string[];
  times: TypedTimes;
}

interface VisitEditPageProps {
  actor: Actor;
  visit: VisitFacts;
  values: EditValues;
  programs: readonly ProgramChoice[];
  faults: FormFaults | null;
}

type PartProps = Pick<VisitEditPageProps, 'values' | 'faults'>;

/** Changing what a visit says. */
export function VisitEditPage(props: VisitEditPageProps): VNode {
  const { actor, visit, values, faults } = props;
  return (
    <Layout
      title={`Ubah isi – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
    >
      <PageHeading
        title="Ubah isi kunjungan"
        lead={`${visit.reference} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      />
      <Refusal faults={faults} />
      {faults?.status === 409 && (
        <p>
          <a class="text-decoration-underline" href={`/kunjungan/${visit.id}/ubah`}>
            Muat isi yang sekarang
          </a>{' '}
          (yang Anda ketik di bawah ini akan hilang).
        </p>
      )}
      <PageForm class="visit-form" action={`/kunjungan/${visit.id}/ubah`}>
        <input type="hidden" name="version" value={values.version} />
        <Content {...props} />
        <Time {...props} />
        <Contact values={values} faults={faults} />
        <Letters values={values} faults={faults} />
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            Simpan perubahan
          </button>
          <a class="btn" href={`/kunjungan/${visit.id}`}>
            Batal
          </a>
        </div>
      </PageForm>
    </Layout>
  );
}

function Content({ values: { texts, programs: chosen }, programs, faults }: VisitEditPageProps): VNode {
  return (
    <Card title="Isi">
      <div class="card-body">
        <Field name="title" label="Judul" value={texts['title']} maxLength={200} faults={faults} />
        <TextArea
          name="purpose"
          label="Tujuan"
          value={texts['purpose']}
          maxLength={4000}
          optional
          faults={faults}
        />
        <TextArea
          name="topics"
          label="Topik"
          hint="Satu topik per baris."
          rows={3}
          value={texts['topics']}
          optional
          faults={faults}
        />
        <Field name="place" label="Tempat" value={texts['place']} maxLength={300} optional faults={faults} />
        <Field
          name="partySize"
          label="Jumlah rombongan tamu (orang)"
          type="number"
          min={1}
          max={1000}
          value={texts['partySize']}
          faults={faults}
        />
        <Programs programs={programs} chosen={chosen} faults={faults} />
      </div>
    </Card>
  );
}

interface ProgramsProps {
  programs: readonly ProgramChoice[];
  chosen: readonly string[];
  faults: FormFaults | null;
}

function Programs({ programs, chosen, faults }: ProgramsProps): VNode {
  const frameworks = [...new Set(programs.map(({ framework }) => framework))];
  return (
    <>
      {frameworks.map((framework) => (
        <details
          key={framework}
          class="mb-2"
          open={programs.some((program) => program.framework === framework && chosen.includes(program.code))}
        >
          <summary class="visit-filters-more">
            <Icon name="down" />
            {framework}
          </summary>
          <Group legend={<span class="visually-hidden">{framework}</span>}>
            {programs
              .filter((program) => program.framework === framework)
              .map(({ code, number, title }) => (
                <Check
                  key={code}
                  name="programs"
                  scope={code}
                  value={code}
                  label={number === null ? title : `${number}. ${title}`}
                  checked={chosen.includes(code)}
                  faults={faults}
                />
              ))}
          </Group>
        </details>
      ))}
    </>
  );
}

/** A draft's time is typed; what was sent moves by a proposal. */
function Time({ actor, visit, values, faults }: VisitEditPageProps): VNode {
  const zone = visit.timeZone as Zone;
  return (
    <Card title="Waktu">
      <div class="card-body">
        {hasTrait(visit.state, 'unsent') ? (
          <TimeFields typed={values.times} zone={zone} own={actor.timeZone} faults={faults} />
        ) : (
          <p class="mb-0">
            {formatDateTimeRange(visit.startsAt, visit.endsAt, zone)}. Waktu diubah lewat usulan waktu di{' '}
            <a class="text-decoration-underline" href={`/kunjungan/${visit.id}`}>
              halaman kunjungan
            </a>
            , agar kedua UPT menyetujuinya.
          </p>
        )}
      </div>
    </Card>
  );
}

function Contact({ values: { texts }, faults }: PartProps): VNode {
  return (
    <Card title="Narahubung">
      <div class="card-body">
        <Field
          name="contactName"
          label="Nama"
          value={texts['contactName']}
          maxLength={200}
          optional
          faults={faults}
        />
        <Field
          name="contactPhone"
          label="Telepon"
          type="tel"
          value={texts['contactPhone']}
          optional
          faults={faults}
        />
        <Field
          name="contactEmail"
          label="Surel"
          type="email"
          value={texts['contactEmail']}
          optional
          faults={faults}
        />
      </div>
    </Card>
  );
}

const letters = [
  ['requestLetter', 'Surat permohonan'],
  ['replyLetter', 'Surat balasan'],
  ['assignmentLetter', 'Surat tugas'],
] as const;

function Letters({ values: { texts }, faults }: PartProps): VNode {
  return (
    <Card title="Nomor surat">
      <div class="card-body">
        {letters.map(([name, title]) => (
          <Group key={name} legend={title}>
            <div class="letter-fields">
              <Field
                name={`${name}Number`}
                label="Nomor"
                value={texts[`${name}Number`]}
                maxLength={100}
                optional
                faults={faults}
              />
              <Field
                name={`${name}Date`}
                label="Tanggal"
                type="date"
                value={texts[`${name}Date`]}
                optional
                faults={faults}
              />
            </div>
          </Group>
        ))}
      </div>
    </Card>
  );
}
