import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';

/** A group of terms that mean the same, as it is shown. */
interface SynonymGroup {
  id: string;
  terms: readonly string[];
  version: number;
}

/** A form that was refused: of a group by its id, or the one for a new group. */
export interface RefusedSynonym {
  id: string | null;
  sent: SentForm | undefined;
  faults: FormFaults;
}

interface SynonymsPageProps {
  actor: Actor;
  groups: readonly SynonymGroup[];
  info?: unknown;
  refused?: RefusedSynonym;
}

const PATH = '/pengelolaan/sinonim';
const notices: ReadonlyMap<unknown, string> = new Map([
  ['tersimpan', 'Sinonim tersimpan dan berlaku mulai pencarian berikutnya.'],
  ['terhapus', 'Kelompok sinonim dihapus.'],
]);

/** The terms that the search takes as one. */
export function SynonymsPage({ actor, groups, info, refused }: SynonymsPageProps): VNode {
  const notice = notices.get(info);
  const isGone = refused !== undefined && refused.id !== null && !groups.some(({ id }) => id === refused.id);
  return (
    <Layout title="Sinonim pencarian" actor={actor} path="/pengelolaan" styles={['notes/pages/synonyms.css']}>
      <PageHeading
        title="Sinonim pencarian"
        lead="Istilah dalam satu kelompok dianggap sama saat mencari praktik baik."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      {isGone && <RefusalAlert faults={refused.faults} />}
      <NewGroup refused={refused?.id === null ? refused : undefined} />
      <Card title={`Kelompok (${groups.length})`}>
        {groups.length === 0 ? (
          <Empty icon="search" title="Belum ada sinonim">
            Tambahkan kelompok pertama di atas, misalnya: rutan; rumah tahanan.
          </Empty>
        ) : (
          <ul class="list-group list-group-flush">
            {groups.map((group) => (
              <GroupRow
                key={group.id}
                group={group}
                refused={refused?.id === group.id ? refused : undefined}
              />
            ))}
          </ul>
        )}
      </Card>
    </Layout>
  );
}

function NewGroup({ refused }: { refused: RefusedSynonym | undefined }): VNode {
  const { sent, faults = null } = refused ?? {};
  return (
    <Card title="Tambah kelompok">
      <PageForm class="card-body prose" action={PATH}>
        <RefusalAlert faults={faults} />
        <TextArea
          name="terms"
          label="Istilah yang sama artinya"
          rows={3}
          value={typed(sent, 'terms')}
          maxLength={2000}
          placeholder={'studi tiru\nstudi banding'}
          hint="Satu istilah per baris. Singkatan, kata, atau beberapa kata; bentuk berimbuhan sudah dikenali."
          faults={faults}
        />
        <button class="btn btn-primary" type="submit">
          Tambah kelompok
        </button>
      </PageForm>
    </Card>
  );
}

interface GroupRowProps {
  group: SynonymGroup;
  refused: RefusedSynonym | undefined;
}

function GroupRow({ group: { id, terms, version }, refused }: GroupRowProps): VNode {
  return (
    <li class="list-group-item">
      <details open={refused !== undefined}>
        <summary class="synonym-summary">
          <span>{terms.join(' = ')}</span>
          <span class="text-decoration-underline">
            Ubah<span class="visually-hidden"> {terms[0]}</span>
          </span>
        </summary>
        <PageForm
          class="prose mt-2"
          action={`${PATH}/${id}`}
          also={[`${PATH}/${id}/hapus`]}
          version={version}
        >
          <RefusalAlert faults={refused?.faults ?? null} />
          <TextArea
            name="terms"
            scope={id}
            label="Istilah yang sama artinya"
            rows={Math.min(terms.length + 1, 10)}
            value={refused ? typed(refused.sent, 'terms') || terms.join('\n') : terms.join('\n')}
            maxLength={2000}
            hint="Satu istilah per baris."
            faults={refused?.faults ?? null}
          />
          <div class="btn-list">
            <button class="btn btn-primary" type="submit">
              Simpan
            </button>
            <button class="btn" type="submit" formaction={`${PATH}/${id}/hapus`} formnovalidate>
              Hapus kelompok
            </button>
          </div>
        </PageForm>
      </details>
    </li>
  );
}
