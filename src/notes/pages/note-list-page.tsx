import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import type { FoundPage } from '../queries/find-notes.js';
import type { FoundNote } from '../queries/found-notes.js';
import type { NoteChoiceLists } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteCard } from './note-card.js';
import { isNarrowed, NoteFilterForm } from './note-filter.js';

const PATH = '/praktik-baik';

interface NoteListPageProps {
  actor: Actor;
  page: Page<NoteFact | FoundNote>;
  /** What the words found; null when none were given. */
  found: FoundPage | null;
  choices: NoteChoiceLists;
  chosen: Chosen;
  /** Whether the actor may write notes of the own unit. */
  mayWrite: boolean;
}

export function NoteListPage(props: NoteListPageProps): VNode {
  const { actor, page, found, choices, chosen, mayWrite } = props;
  return (
    <Layout
      title={chosen['cari'] ? `Praktik Baik: ${chosen['cari']}` : 'Praktik Baik'}
      actor={actor}
      path={PATH}
      styles={['notes/pages/notes.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Praktik Baik"
        lead="Yang sudah berhasil di satu UPT, ditulis agar UPT lain dapat menirunya."
      >
        <a class="btn" href={worthyPath(chosen)}>
          UPT yang layak dikunjungi
        </a>
        {mayWrite && (
          <a class="btn btn-primary" href={`${PATH}/baru`}>
            <Icon name="plus" />
            Tulis praktik baik
          </a>
        )}
      </PageHeading>
      <NoteFilterForm
        path={PATH}
        choices={choices}
        chosen={chosen}
        seesUnpublished={can(actor, 'notes.write') || can(actor, 'notes.oversee')}
      />
      <div id="hasil" aria-live="polite">
        {found && <Summary found={found} chosen={chosen} />}
        {page.items.length > 0 ? <Cards {...props} /> : <Nothing {...props} />}
        <Paging
          label="Halaman praktik baik"
          path={PATH}
          chosen={chosen}
          nextCursor={page.nextCursor}
          first={found ? 'Kembali ke yang paling cocok' : 'Kembali ke yang terbaru'}
          next={found ? 'Hasil berikutnya' : 'Lebih lama'}
        />
        {page.items.length > 0 && <ExportLinks path={PATH} chosen={chosen} />}
      </div>
    </Layout>
  );
}

/** The page that ranks the units to visit on what is looked for here. */
function worthyPath(chosen: Chosen): string {
  const asked = new URLSearchParams({ topik: chosen['cari'] ?? '', program: chosen['program'] ?? '' });
  return `/upt/layak-dikunjungi?${asked.toString()}`;
}

/** How much was found, and what was looked for when a word was misspelt. */
function Summary({
  found: { total, isTotalCut, corrected },
  chosen,
}: {
  found: FoundPage;
  chosen: Chosen;
}): VNode | null {
  const { cursor: _, ...filter } = chosen;
  if (total === 0) return null;
  return (
    <div class="note-found">
      {corrected !== null && (
        <p class="mb-1">
          Ada kata yang tidak ditemukan dalam “{chosen['cari']}”. Mungkin maksud Anda:{' '}
          <a class="text-decoration-underline" href={pathWith(PATH, { ...filter, cari: corrected })}>
            {corrected}
          </a>
        </p>
      )}
      <p class="text-secondary mb-0">
        {corrected !== null && `Hasil untuk “${corrected}”: `}
        {isTotalCut && 'Sedikitnya '}
        {total} praktik baik, yang paling cocok lebih dulu.
      </p>
    </div>
  );
}

function Cards({ actor, page, choices }: NoteListPageProps): VNode {
  const titles = new Map(choices.programs.map(({ code, name }) => [code, name]));
  return (
    <ul class="card-grid note-grid">
      {page.items.map((note) => (
        <NoteCard key={note.id} note={note} programs={titles} zone={actor.timeZone} />
      ))}
    </ul>
  );
}

function Nothing({ chosen, choices, mayWrite }: NoteListPageProps): VNode {
  const { cari } = chosen;
  if (!cari && !isNarrowed(chosen)) {
    return (
      <Empty icon="book" title="Belum ada praktik baik">
        {mayWrite
          ? 'Tuliskan satu hal yang berhasil di UPT Anda; setelah terbit, semua UPT dapat membacanya.'
          : 'Praktik baik muncul di sini setelah sebuah UPT menerbitkannya.'}
      </Empty>
    );
  }
  return (
    <Empty icon="book" title="Tidak ada praktik baik yang cocok">
      <p>
        {isNarrowed(chosen)
          ? 'Coba lepaskan salah satu saringan, atau pakai kata yang lebih umum.'
          : 'Coba kata yang lebih umum, atau salah satu topik di bawah.'}
      </p>
      <div class="btn-list justify-content-center">
        {cari && isNarrowed(chosen) && (
          <a class="btn" href={pathWith(PATH, { cari })}>
            Cari tanpa saringan
          </a>
        )}
        <a class="btn" href={PATH}>
          Tampilkan semua
        </a>
      </div>
      <Topics topics={choices.topics} />
    </Empty>
  );
}

/** What others wrote about, to look there instead. */
function Topics({ topics }: { topics: readonly string[] }): VNode | null {
  if (topics.length === 0) return null;
  return (
    <nav class="btn-list justify-content-center mt-3" aria-label="Topik yang sering ditulis">
      {topics.map((topic) => (
        <a class="btn btn-ghost-secondary" href={pathWith(PATH, { cari: topic })} key={topic}>
          {topic}
        </a>
      ))}
    </nav>
  );
}
