import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Card } from '../../platform/pages/card.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { BY_OWN_LINK } from '../domain/taken-by.js';
import type { ExportLine } from '../queries/list-exports.js';

const PATH = '/pengelolaan/unduhan';

interface ExportsPageProps {
  actor: Actor;
  person: string | undefined;
  cursor: string | undefined;
  page: Page<ExportLine>;
}

/** Who took which file away, for the administrator. */
export function ExportsPage({ actor, person, cursor, page }: ExportsPageProps): VNode {
  const chosen = { orang: person, cursor };
  return (
    <Layout title="Berkas yang diunduh" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Berkas yang diunduh"
        lead="Setiap daftar, surat, dan salinan data yang diunduh tercatat di sini sebelum dikirim."
        back={['/pengelolaan', 'Pengelolaan']}
      >
        {person !== undefined && (
          <a class="btn" href={PATH}>
            Semua orang
          </a>
        )}
      </PageHeading>
      <Card title="Terbaru dahulu">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((line) => (
              <ExportRow key={line.id} line={line} actor={actor} isFiltered={person !== undefined} />
            ))}
          </ul>
        ) : (
          <Empty icon="people" title="Belum ada">
            Belum ada berkas yang diunduh.
          </Empty>
        )}
        <Paging
          label="Halaman berkas yang diunduh"
          path={PATH}
          chosen={chosen}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Lebih lama"
        />
      </Card>
      {page.items.length > 0 && <ExportLinks path={PATH} chosen={chosen} />}
    </Layout>
  );
}

interface ExportRowProps {
  line: ExportLine;
  actor: Actor;
  isFiltered: boolean;
}

function ExportRow({ line, actor, isFiltered }: ExportRowProps): VNode {
  const { takenAt, takenBy, takenByName, fileName, rowCount, route } = line;
  return (
    <li class="list-group-item">
      <div class="fw-medium">
        {takenBy === null || isFiltered ? (
          (takenByName ?? BY_OWN_LINK)
        ) : (
          <a href={`${PATH}?orang=${takenBy}`}>{takenByName}</a>
        )}{' '}
        mengunduh {fileName}
      </div>
      <div class="text-secondary text-break">
        {formatMoment(takenAt, actor.timeZone)}
        {rowCount !== null && ` · ${rowCount} baris`} · {route}
      </div>
    </li>
  );
}
