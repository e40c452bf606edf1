import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Card } from '../../platform/pages/card.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { NipLook } from '../queries/list-nip-looks.js';

const PATH = '/pengelolaan/nip';

interface NipLooksPageProps {
  actor: Actor;
  page: Page<NipLook>;
  cursor: string | undefined;
}

/** Who had whose NIP shown whole, for the administrator. */
export function NipLooksPage({ actor, page, cursor }: NipLooksPageProps): VNode {
  return (
    <Layout title="NIP yang ditampilkan" actor={actor} path="/pengelolaan">
      <PageHeading
        title="NIP yang ditampilkan"
        lead="NIP tampak tersamar. Setiap kali seseorang menampilkannya utuh, tercatat di sini."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      <Card title="Terbaru dahulu">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((look) => (
              <li class="list-group-item" key={look.id}>
                <div class="fw-medium">
                  {look.lookedByName} melihat NIP {look.whose}
                </div>
                <div class="text-secondary">
                  {formatMoment(look.lookedAt, actor.timeZone)} · {look.reference} · {look.visitTitle}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <Empty icon="people" title="Belum ada">
            Belum ada yang menampilkan NIP utuh.
          </Empty>
        )}
        <Paging
          label="Halaman NIP yang ditampilkan"
          path={PATH}
          chosen={{ cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Lebih lama"
        />
      </Card>
      {page.items.length > 0 && <ExportLinks path={PATH} chosen={{ cursor }} />}
    </Layout>
  );
}
