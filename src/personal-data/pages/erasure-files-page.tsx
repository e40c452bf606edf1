import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { UnsearchedFile } from '../queries/list-erasures.js';

interface ErasureFilesPageProps {
  actor: Actor;
  files: readonly UnsearchedFile[];
}

/** Files that somebody who was erased may stand in. */
export function ErasureFilesPage({ actor, files }: ErasureFilesPageProps): VNode {
  return (
    <Layout title="Berkas yang perlu diperiksa" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Berkas yang perlu diperiksa"
        lead="Pindaian dan dokumen pada kunjungan yang diikuti: isinya tidak dapat dicari. Mintalah UPT memeriksa dan, bila perlu, menghapusnya."
        back={['/pengelolaan/data-pribadi', 'Data pribadi']}
      />
      <Card title="Berkas kunjungan">
        {files.length > 0 ? (
          <ul class="list-group list-group-flush">
            {files.map(({ visitId, fileId, reference, name }) => (
              <li class="list-group-item" key={fileId}>
                <a href={`/kunjungan/${visitId}`}>{reference}</a> · {name}
              </li>
            ))}
          </ul>
        ) : (
          <Empty icon="people" title="Tidak ada">
            Tidak ada berkas pada kunjungan yang diikuti.
          </Empty>
        )}
      </Card>
    </Layout>
  );
}
