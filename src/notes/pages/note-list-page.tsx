import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { NamedCode, NoteChoiceLists } from '../queries/note-choices.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteCard } from './note-card.js';

const PATH = '/praktik-baik';

interface NoteListPageProps {
  actor: Actor;
  page: Page<NoteFact>;
  choices: NoteChoiceLists;
  chosen: Chosen;
  /** Whether the actor may write notes of the own unit. */
  mayWrite: boolean;
}

export function NoteListPage({ actor, page, choices, chosen, mayWrite }: NoteListPageProps): VNode {
  const titles = new Map(choices.programs.map(({ code, name }) => [code, name]));
  const { cursor: _, ...filter } = chosen;
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Layout
      title="Praktik Baik"
      actor={actor}
      path={PATH}
      styles={['notes/pages/notes.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Praktik Baik"
        lead="Yang sudah berhasil di satu UPT, ditulis agar UPT lain dapat menirunya."
      >
        {mayWrite && (
          <a class="btn btn-primary" href={`${PATH}/baru`}>
            <Icon name="plus" />
            Tulis praktik baik
          </a>
        )}
      </PageHeading>
      <Filter choices={choices} chosen={chosen} mayWrite={mayWrite} />
      <div id="hasil" aria-live="polite">
        {page.items.length > 0 ? (
          <ul class="card-grid note-grid">
            {page.items.map((note) => (
              <NoteCard key={note.id} note={note} programs={titles} zone={actor.timeZone} />
            ))}
          </ul>
        ) : (
          <Nothing isFiltered={isFiltered} mayWrite={mayWrite} />
        )}
        <Paging
          label="Halaman praktik baik"
          path={PATH}
          chosen={chosen}
          nextCursor={page.nextCursor}
          first="Kembali ke yang terbaru"
          next="Lebih lama"
        />
      </div>
    </Layout>
  );
}

function Nothing({ isFiltered, mayWrite }: { isFiltered: boolean; mayWrite: boolean }): VNode {
  if (isFiltered) {
    return (
      <Empty icon="book" title="Tidak ada praktik baik yang cocok">
        <p>Coba kata yang lebih umum, atau lepaskan salah satu saringan.</p>
        <a class="btn" href={PATH}>
          Tampilkan semua
        </a>
      </Empty>
    );
  }
  return (
    <Empty icon="book" title="Belum ada praktik baik">
      {mayWrite
        ? 'Tuliskan satu hal yang berhasil di UPT Anda; setelah terbit, semua UPT dapat membacanya.'
        : 'Praktik baik muncul di sini setelah sebuah UPT menerbitkannya.'}
    </Empty>
  );
}

interface FilterProps {
  choices: NoteChoiceLists;
  chosen: Chosen;
  mayWrite: boolean;
}

function Filter({ choices, chosen, mayWrite }: FilterProps): VNode {
  const isNarrowed = ['program', 'kanwil', 'upt', 'keadaan'].some((name) => Boolean(chosen[name]));
  return (
    <form class="card card-body note-filter" action={PATH} role="search" data-refresh="#hasil">
      <div class="note-filter-words">
        <label class="form-label" for="cari-praktik">
          Kata yang dicari
        </label>
        <input
          class="form-control"
          id="cari-praktik"
          name="cari"
          type="search"
          value={chosen['cari']}
          placeholder="Misalnya: ketahanan pangan"
          maxLength={100}
        />
      </div>
      <button class="btn" type="submit">
        Tampilkan
      </button>
      <details class="note-filter-more" open={isNarrowed}>
        <summary>Saring menurut program, Kanwil, atau UPT</summary>
        <div class="note-filter-choices">
          <Choice
            name="program"
            label="Program"
            all="Semua program"
            options={choices.programs}
            chosen={chosen['program']}
          />
          <Choice
            name="kanwil"
            label="Kanwil"
            all="Semua Kanwil"
            options={choices.regionalOffices}
            chosen={chosen['kanwil']}
          />
          <Choice name="upt" label="UPT" all="Semua UPT" options={choices.units} chosen={chosen['upt']} />
          {mayWrite && (
            <Choice
              name="keadaan"
              label="Keadaan"
              all="Semua"
              options={[
                { code: 'terbit', name: 'Sudah terbit' },
                { code: 'draf', name: 'Draf UPT saya' },
              ]}
              chosen={chosen['keadaan']}
            />
          )}
        </div>
      </details>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** The words of no choice. */
  all: string;
  options: readonly NamedCode[];
  chosen: string | undefined;
}

function Choice({ name, label, all, options, chosen }: ChoiceProps): VNode {
  return (
    <div>
      <label class="form-label" for={`pilih-${name}`}>
        {label}
      </label>
      <select class="form-select" id={`pilih-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(({ code, name: title }) => (
          <option key={code} value={code} selected={code === chosen}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
