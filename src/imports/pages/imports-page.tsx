import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { importTables, type ImportKind } from '../domain/import-tables.js';
import type { ImportState } from '../domain/import-states.js';

interface ImportsPageProps {
  actor: Actor;
  own: readonly { id: string; kind: ImportKind; fileName: string; state: ImportState; createdAt: Date }[];
  /** What the actor may bring. */
  kinds: readonly ImportKind[];
  kind: string | null;
  faults: FormFaults | null;
}

export const stateWords: Readonly<Record<ImportState, string>> = {
  read: 'menunggu dijalankan',
  confirmed: 'sedang dijalankan',
  done: 'selesai',
};

/** Where a file is brought. */
export function ImportsPage(props: ImportsPageProps): VNode {
  const { actor, own, faults } = props;
  return (
    <Layout title="Impor" actor={actor}>
      <PageHeading
        title="Impor dari lembar kerja"
        lead="Orang, rencana kunjungan, dan riwayat kunjungan dari berkas XLSX atau CSV. Sebelum dijalankan, setiap baris diperiksa dan ditunjukkan; belum ada yang disimpan."
      />
      <RefusalAlert faults={faults} />
      <Upload {...props} />
      <Templates {...props} />
      {own.length > 0 && (
        <Card title="Impor Anda">
          <ul class="list-group list-group-flush">
            {own.map(({ id, kind, fileName, state, createdAt }) => (
              <li class="list-group-item" key={id}>
                <a class="row-link" href={`/impor/${id}`}>
                  <span class="fw-medium">{fileName}</span>
                  <span class="text-secondary">
                    {importTables[kind].name} · {stateWords[state]} ·{' '}
                    {formatMoment(createdAt, actor.timeZone)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  );
}

function Upload({ kinds, kind, faults }: ImportsPageProps): VNode {
  return (
    <PageForm class="card card-body prose mb-3" action="/impor" encType="multipart/form-data">
      <Select
        name="jenis"
        label="Isi berkas"
        value={kind}
        options={kinds.map((each) => ({ value: each, name: importTables[each].name }))}
        faults={faults}
      />
      <div class="mb-3">
        <label class="form-label" for="file">
          Berkas
        </label>
        <input
          class="form-control"
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.csv"
          aria-describedby="file-hint"
        />
        <div class="form-hint mt-1" id="file-hint">
          XLSX atau CSV, paling banyak 5.000 baris dan 5 MB. Tanpa data warga binaan.
        </div>
      </div>
      <div>
        <button class="btn btn-primary" type="submit">
          Periksa berkas
        </button>
      </div>
    </PageForm>
  );
}

function Templates({ kinds }: ImportsPageProps): VNode {
  return (
    <Card title="Berkas contoh">
      <ul class="list-group list-group-flush">
        {kinds.map((kind) => (
          <li class="list-group-item" key={kind}>
            <div class="fw-medium">{importTables[kind].name}</div>
            <div class="text-secondary mb-2">{importTables[kind].lead}</div>
            <div class="btn-list">
              <a class="btn" href={`/impor/contoh/${kind}?format=xlsx`}>
                Excel<span class="visually-hidden"> untuk {importTables[kind].name}</span>
              </a>
              <a class="btn" href={`/impor/contoh/${kind}?format=csv-excel`}>
                CSV<span class="visually-hidden"> untuk {importTables[kind].name}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
