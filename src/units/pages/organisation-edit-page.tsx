import type { VNode } from 'preact';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { NoticeAlert, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { namesOf } from '../../platform/text/field-description.js';
import { NATIONAL_ZONE, zoneLabel, zoneNames } from '../../platform/text/zones.js';
import { organisationFields } from '../domain/organisation-fields.js';
import { kindsWith, kindWords } from '../domain/organisation-kinds.js';
import type { OrganisationFact } from '../queries/organisations.js';

const PATH = '/pengelolaan/organisasi';

interface OrganisationEditPageProps {
  actor: Actor;
  /** Null for a new one. */
  organisation: OrganisationFact | null;
  sent: SentForm | undefined;
  faults: FormFaults | null;
  notice?: string | undefined;
}

/** What is said of a directorate or an outside partner, or of a new one. */
export function OrganisationEditPage(props: OrganisationEditPageProps): VNode {
  const { actor, organisation, faults, notice } = props;
  const title = organisation?.name ?? 'Tambah organisasi';
  return (
    <Layout title={title} actor={actor} path="/pengelolaan">
      <PageHeading
        title={title}
        lead={organisation ? kindWords[organisation.kind] : 'Direktorat pusat atau mitra luar.'}
        back={[PATH, 'Organisasi']}
      >
        {organisation?.kind === 'directorate' && (
          <a class="btn" href={`/upt/${organisation.code}/ubah`}>
            Aturan penerimaan
          </a>
        )}
        {organisation?.active && (
          <a class="btn" href={`/pengelolaan/perubahan-upt/baru?macam=closed&upt=${organisation.code}`}>
            Tutup organisasi ini
          </a>
        )}
        {organisation?.kind === 'partner' && (
          <a class="btn" href={`${PATH}/${organisation.code}/gabung`}>
            Gabungkan dengan mitra lain
          </a>
        )}
      </PageHeading>
      {organisation?.closedOn && (
        <p class="text-secondary">Ditutup mulai {formatCalendarDate(organisation.closedOn)}.</p>
      )}
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <OrganisationFields {...props} />
    </Layout>
  );
}

function OrganisationFields({ organisation, sent, faults }: OrganisationEditPageProps): VNode {
  const valueOf = (name: keyof OrganisationFact): string =>
    sent ? typed(sent, name) : fieldText(organisation?.[name] ?? '');
  const where = organisation
    ? { action: `${PATH}/${organisation.code}`, version: organisation.version }
    : { action: `${PATH}/baru`, asks: true };
  return (
    <PageForm class="card card-body prose" {...where}>
      {!organisation && (
        <Select
          name="kind"
          label="Jenis"
          options={kindsWith('isKept').map((kind) => ({ value: kind, name: kindWords[kind] }))}
          value={typed(sent, 'kind') || 'partner'}
          faults={faults}
        />
      )}
      {namesOf(organisationFields).map((name) => (
        <DescribedField
          key={name}
          name={name}
          field={organisationFields[name]}
          value={valueOf(name)}
          faults={faults}
        />
      ))}
      <Select
        name="timeZone"
        label="Zona waktu"
        options={zoneNames.map((zone) => ({ value: zone, name: zoneLabel(zone) }))}
        value={valueOf('timeZone') || NATIONAL_ZONE}
        faults={faults}
      />
      <div>
        <button class="btn btn-primary" type="submit">
          Simpan
        </button>
      </div>
    </PageForm>
  );
}
