import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDate } from '../../platform/text/dates.js';
import type { Scope } from '../domain/scope.js';
import type { ScopedNote } from '../queries/scoped-notes.js';
import type { ScopedReplication } from '../queries/scoped-replications.js';
import type { SilentUnit } from '../queries/silent-units.js';
import { askedFor } from './sinergi-query.js';
import { periodWords } from '../domain/period-words.js';

interface ReplicationListPageProps {
  actor: Actor;
  scope: Scope;
  page: Page<ScopedReplication>;
  cursor: string | undefined;
}

/** The practices that were copied in the period. */
export function ReplicationListPage({ actor, scope, page, cursor }: ReplicationListPageProps): VNode {
  const asked = askedFor(actor, scope);
  const title = 'Praktik yang direplikasi';
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading title={title} lead={periodWords(scope)} back={[pathWith('/sinergi', asked), 'Sinergi']} />
      <div class="card">
        {page.items.length === 0 && (
          <Empty icon="tasks" title="Belum ada praktik yang direplikasi">
            Replikasi tercatat saat tuan rumah membenarkan tindak lanjut yang selesai.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {page.items.map(({ id, followUp, practice, fromName, toName, since }) => (
            <li class="list-group-item" key={id}>
              <a class="row-link" href={`/tindak-lanjut/${followUp}`}>
                <span class="fw-medium">{practice}</span>
                <span>
                  Dari {fromName}, kini di {toName}
                </span>
                <span class="text-secondary">Sejak {formatCalendarDate(since)}</span>
              </a>
            </li>
          ))}
        </ul>
        <Paging
          label="Halaman replikasi"
          path="/sinergi/replikasi"
          chosen={{ ...asked, cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

interface NoteListPageProps {
  actor: Actor;
  scope: Scope;
  page: Page<ScopedNote>;
  cursor: string | undefined;
}

/** The practices that were published in the period. */
export function NoteListPage({ actor, scope, page, cursor }: NoteListPageProps): VNode {
  const asked = askedFor(actor, scope);
  const title = 'Praktik baik yang terbit';
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading title={title} lead={periodWords(scope)} back={[pathWith('/sinergi', asked), 'Sinergi']} />
      <div class="card">
        {page.items.length === 0 && (
          <Empty icon="book" title="Belum ada praktik baik yang terbit">
            Perluas periode atau lepaskan program di halaman Sinergi.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {page.items.map(({ id, title: name, unitName, publishedAt, timeZone, replications }) => (
            <li class="list-group-item" key={id}>
              <a class="row-link" href={`/praktik-baik/${id}`}>
                <span class="fw-medium">{name}</span>
                <span>
                  {unitName} · {replications} kali direplikasi
                </span>
                <span class="text-secondary">Terbit {formatDate(publishedAt, timeZone)}</span>
              </a>
            </li>
          ))}
        </ul>
        <Paging
          label="Halaman praktik baik"
          path="/sinergi/praktik-baik"
          chosen={{ ...asked, cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

interface SilentListPageProps {
  actor: Actor;
  scope: Scope;
  units: readonly SilentUnit[];
}

/** The units that neither visited nor were visited in the period. */
export function SilentListPage({ actor, scope, units }: SilentListPageProps): VNode {
  const title = 'Belum berkunjung dan belum dikunjungi';
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading
        title={title}
        lead={periodWords(scope)}
        back={[pathWith('/sinergi', askedFor(actor, scope)), 'Sinergi']}
      />
      <div class="card">
        {units.length === 0 && (
          <Empty icon="network" title="Semua UPT sudah ikut">
            Semua UPT sudah berkunjung atau dikunjungi dalam periode ini.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {units.map(({ code, name, officeName }) => (
            <li class="list-group-item" key={code}>
              <a class="row-link" href={`/upt/${code}`}>
                <span class="fw-medium">{name}</span>
                <span class="text-secondary">{officeName}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
