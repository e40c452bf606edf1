import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { UnitLine } from '../queries/list-units.js';
import type { OrganisationFact } from '../queries/organisations.js';
import type { MergePreview } from '../use-cases/merge-partners.js';

const PATH = '/pengelolaan/organisasi';

interface OrganisationMergePageProps {
  actor: Actor;
  /** The one that goes. */
  partner: OrganisationFact;
  words: string;
  choices: readonly UnitLine[];
  /** Null while no other is chosen. */
  preview: MergePreview | null;
  faults: FormFaults | null;
}

/** Two entries of one outside partner are put together. */
export function OrganisationMergePage(props: OrganisationMergePageProps): VNode {
  const { actor, partner, preview, faults } = props;
  return (
    <Layout title={`Gabungkan ${partner.name}`} actor={actor} path="/pengelolaan">
      <PageHeading
        title={`Gabungkan ${partner.name}`}
        lead="Untuk mitra yang tercatat dua kali. Semua catatannya pindah, dan kedua namanya tetap dapat dicari."
        back={[`${PATH}/${partner.code}`, partner.name]}
      />
      <RefusalAlert faults={faults} />
      {preview ? <Preview preview={preview} /> : <Choices {...props} />}
    </Layout>
  );
}

function Choices({ partner, words, choices }: OrganisationMergePageProps): VNode {
  const path = `${PATH}/${partner.code}/gabung`;
  return (
    <Card title="Pilih mitra yang tetap">
      <form class="card-body" method="get" action={path} role="search" aria-label="Cari mitra">
        <Field name="cari" label="Nama" type="search" maxLength={100} value={words} faults={null} optional />
        <button class="btn" type="submit">
          Cari
        </button>
      </form>
      {choices.length > 0 ? (
        <ul class="list-group list-group-flush">
          {choices.map(({ code, name, place }) => (
            <li class="list-group-item" key={code}>
              <a class="row-link" href={`${path}?ke=${code}`}>
                <span class="fw-medium">{name}</span>
                <span class="text-secondary">{place}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="card-body mb-0">Tidak ada mitra lain yang cocok.</p>
      )}
    </Card>
  );
}

function Preview({ preview: { from, into, held } }: { preview: MergePreview }): VNode {
  const path = `${PATH}/${from.code}/gabung`;
  return (
    <Card title="Yang akan pindah">
      <ul class="list-group list-group-flush">
        {held.map(({ name, count }) => (
          <li class="list-group-item" key={name}>
            {name}: {count}
          </li>
        ))}
      </ul>
      <PageForm class="card-body" action={path} version={from.version}>
        <input type="hidden" name="into" value={into.code} />
        <p>
          “{from.name}” tidak lagi berdiri sendiri: semuanya tercatat sebagai “{into.name}”. Ini tidak dapat
          diurungkan.
        </p>
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            Gabungkan
          </button>
          <a class="btn" href={path}>
            Pilih mitra lain
          </a>
        </div>
      </PageForm>
    </Card>
  );
}
