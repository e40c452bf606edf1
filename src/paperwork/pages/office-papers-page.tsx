import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { RankChoices } from '../../platform/pages/official-fields.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { namesOf } from '../../platform/text/field-description.js';
import { numberParts } from '../domain/number-pattern.js';
import { officeFields } from '../domain/office-fields.js';
import type { OfficePapers } from '../use-cases/keep-office-papers.js';
import { EmblemCard } from './emblem-card.js';
import type { RefusedOfficeForm } from './refused-office-form.js';
import { SignersCard } from './signers-card.js';

export interface OfficePapersPageProps {
  actor: Actor;
  read: OfficePapers;
  notice?: string | undefined;
  refused?: RefusedOfficeForm | undefined;
}

/** What stands on the papers of an office: letterhead, emblem, who signs, numbers. */
export function OfficePapersPage(props: OfficePapersPageProps): VNode {
  const { actor, read, notice, refused } = props;
  const { office } = read;
  return (
    <Layout title={`Surat ${office.name}`} actor={actor} path="/upt">
      <PageHeading
        title="Kop, penanda tangan, dan nomor surat"
        lead={office.name}
        back={[`/upt/${office.code}`, office.name]}
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      <RankChoices />
      <PapersCard {...props} />
      <EmblemCard read={read} faults={refused?.form === 'emblem' ? refused.faults : null} />
      <SignersCard read={read} refused={refused} />
      <TemplatesCard office={office} />
      <AddressCard office={office} />
    </Layout>
  );
}

function PapersCard({ read: { office, papers }, refused }: OfficePapersPageProps): VNode {
  const own = refused?.form === 'papers' ? refused : null;
  return (
    <Card title="Isi surat">
      <PageForm class="card-body prose" action={`/upt/${office.code}/kop`} version={papers.version}>
        {namesOf(officeFields).map((name) => (
          <DescribedField
            key={name}
            name={name}
            field={officeFields[name]}
            value={own ? typed(own.sent, name) : fieldText(papers[name])}
            faults={own?.faults ?? null}
          />
        ))}
        <p class="text-secondary">
          Dalam pola nomor:{' '}
          {Object.entries(numberParts)
            .map(([name, example]) => `{${name}} seperti ${example}`)
            .join(', ')}
          . Nomor urut mulai dari 1 setiap tahun, tanpa ada yang terlewat.
        </p>
        <button class="btn btn-primary" type="submit">
          Simpan
        </button>
      </PageForm>
    </Card>
  );
}

const TemplatesCard = ({ office }: Pick<OfficePapers, 'office'>): VNode => (
  <Card title="Templat surat">
    <div class="card-body">
      <p class="text-secondary">Dokumen Word kantor sendiri, dengan isian yang ditulis Sambang.</p>
      <a class="btn" href={`/upt/${office.code}/kop/templat`}>
        Templat surat
      </a>
    </div>
  </Card>
);

function AddressCard({ office }: Pick<OfficePapers, 'office'>): VNode {
  return (
    <Card title="Alamat dan kontak">
      <div class="card-body">
        <Facts
          lines={[
            ['Kota atau kabupaten', office.place],
            ['Telepon', office.phone],
            ['Surel', office.email],
          ]}
        />
        <p class="text-secondary mb-0">
          Alamat, kode pos, telepon, surel, dan laman pada kop diambil dari{' '}
          <a class="text-decoration-underline" href={`/upt/${office.code}`}>
            data {office.name}
          </a>
          .
        </p>
      </div>
    </Card>
  );
}
