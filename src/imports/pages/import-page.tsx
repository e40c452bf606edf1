import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { RowState } from '../domain/import-states.js';
import { importTables, type ImportKind } from '../domain/import-tables.js';
import type { RowCounts, ShownImport } from '../use-cases/read-import.js';
import { stateWords } from './imports-page.js';

interface ShownRow {
  number: number;
  state: RowState;
  says: string;
  madeId: string | null;
}

interface ImportPageProps extends ShownImport {
  actor: Actor;
  rows: readonly ShownRow[];
  /** The number to go on after. */
  next: number | null;
  /** Which rows are shown; empty for all. */
  view: string;
  cursor: string | undefined;
  faults: FormFaults | null;
}

/** What the rows of a file would make, or have made. */
export function ImportPage(props: ImportPageProps): VNode {
  const { actor, file, rows, next, view, cursor, faults } = props;
  const path = `/impor/${file.id}`;
  return (
    <Layout title={`Impor ${file.fileName}`} actor={actor} styles={['imports/pages/imports.css']}>
      <PageHeading
        title={file.fileName}
        lead={`${importTables[file.kind].name} · ${stateWords[file.state]}`}
        back={['/impor', 'Semua impor']}
      />
      <RefusalAlert faults={faults} />
      <Progress {...props} />
      <Card title="Baris">
        <nav class="card-body btn-list" aria-label="Baris yang ditampilkan">
          {views(props).map(([key, name]) => (
            <a
              class={key === view ? 'btn btn-primary' : 'btn'}
              href={pathWith(path, { lihat: key })}
              aria-current={key === view ? 'page' : undefined}
              key={key}
            >
              {name}
            </a>
          ))}
        </nav>
        {rows.length > 0 ? <Rows rows={rows} kind={file.kind} /> : <Nothing />}
        <Paging
          label="Halaman baris"
          path={path}
          chosen={{ lihat: view, cursor }}
          nextCursor={next === null ? null : String(next)}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </Card>
    </Layout>
  );
}

const Nothing = (): VNode => (
  <Empty icon="check" title="Tidak ada baris seperti itu">
    Pilih tampilan yang lain.
  </Empty>
);

/** What is shown by a key of the address, with how many rows each has. */
function views({ counts, total }: ImportPageProps): [key: string, name: string][] {
  const all: [key: string, name: string, count: number][] = [
    ['', 'Semua', total],
    ['ditolak', 'Ditolak', counts.faulty + counts.refused],
    ['ready', 'Siap dibuat', counts.ready],
    ['known', 'Sudah ada', counts.known],
    ['made', 'Dibuat', counts.made],
  ];
  return all.map(([key, name, count]) => [key, `${name} (${count})`]);
}

function Progress(props: ImportPageProps): VNode {
  const { file, counts } = props;
  if (file.state === 'read') return <Confirm {...props} />;
  const toMake = counts.ready + counts.made + counts.refused;
  const settled = counts.made + counts.refused;
  return (
    <>
      {file.state === 'confirmed' ? (
        <div class="card card-body mb-3" role="status">
          <label for="kemajuan">
            Sedang dijalankan: {settled} dari {toMake} baris. Halaman ini memuat ulang sendiri.
          </label>
          <progress id="kemajuan" class="import-progress" max={Math.max(toMake, 1)} value={settled} />
        </div>
      ) : (
        <NoticeAlert>
          Selesai: {counts.made} {importTables[file.kind].makes}, {counts.known} sudah ada sebelumnya,{' '}
          {counts.faulty + counts.refused} ditolak.
        </NoticeAlert>
      )}
      <SentBack id={file.id} counts={counts} />
    </>
  );
}

function Confirm({ file, counts }: ImportPageProps): VNode {
  const { makes } = importTables[file.kind];
  return (
    <>
      <PageForm class="card card-body mb-3" action={`/impor/${file.id}/jalankan`} asks>
        <p class="mb-2">
          Belum ada yang disimpan. Bila dijalankan: {counts.ready} {makes}, {counts.known} dilewati karena
          sudah ada, {counts.faulty} ditolak.
        </p>
        {counts.ready > 0 && (
          <div>
            <button class="btn btn-primary" type="submit">
              Jalankan impor
            </button>
          </div>
        )}
      </PageForm>
      <SentBack id={file.id} counts={counts} />
    </>
  );
}

function SentBack({ id, counts }: { id: string; counts: RowCounts }): VNode | null {
  if (counts.faulty + counts.refused === 0) return null;
  return (
    <p class="btn-list align-items-center">
      <span>Unduh baris yang ditolak beserta alasannya:</span>
      <a class="btn" href={`/impor/${id}/ditolak?format=xlsx`}>
        Excel
      </a>
      <a class="btn" href={`/impor/${id}/ditolak?format=csv-excel`}>
        CSV
      </a>
    </p>
  );
}

const rowWords: Readonly<Record<RowState, { name: string; colour: string }>> = {
  ready: { name: 'Siap dibuat', colour: 'blue' },
  faulty: { name: 'Ditolak', colour: 'red' },
  known: { name: 'Sudah ada', colour: 'secondary' },
  made: { name: 'Dibuat', colour: 'green' },
  refused: { name: 'Ditolak', colour: 'red' },
};

function Rows({ rows, kind }: { rows: readonly ShownRow[]; kind: ImportKind }): VNode {
  return (
    <ul class="list-group list-group-flush">
      {rows.map(({ number, state, says, madeId }) => (
        <li class="list-group-item" key={number}>
          <span class="badge badge-outline me-2">
            <span class={`status-dot bg-${rowWords[state].colour} me-1`} />
            {rowWords[state].name}
          </span>
          <span class="text-secondary">Baris {number}</span>
          <div>{madeId === null ? says : <a href={`${placeOf(kind)}/${madeId}`}>{says}</a>}</div>
        </li>
      ))}
    </ul>
  );
}

const placeOf = (kind: ImportKind): string => (kind === 'people' ? '/pengelolaan/orang' : '/kunjungan');
