import type { VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Notice } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { mayWrite } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import type { NoteVisit } from '../queries/note-visits.js';
import { Programs } from './note-card.js';
import { noteSections, paragraphs, stateWords } from './note-words.js';

const notices: ReadonlyMap<unknown, string> = new Map([
  ['draf', 'Draf tersimpan. Hanya petugas UPT Anda yang melihatnya sampai diterbitkan.'],
  ['usul', 'Praktik baik ini diajukan. Kepala UPT atau Kanwil yang menerbitkannya.'],
  ['terbit', 'Praktik baik ini terbit.'],
  ['simpan', 'Perubahan tersimpan.'],
]);

interface NotePageProps {
  actor: Actor;
  note: NoteFact;
  /** Titles of programs by code. */
  programs: ReadonlyMap<string, string>;
  /** The visit it comes from, when the actor may see it. */
  visit: NoteVisit | null;
  /** What was just done. */
  info: unknown;
  /** What other features know of it. */
  parts: readonly VNode[];
}

/** A note as it is read. */
export function NotePage({ actor, note, programs, visit, info, parts }: NotePageProps): VNode {
  const isDraft = note.state === 'draft';
  const notice = notices.get(info);
  return (
    <Layout
      title={note.title || 'Tanpa judul'}
      actor={actor}
      path="/praktik-baik"
      styles={['notes/pages/notes.css']}
    >
      <PageHeading
        title={note.title || 'Tanpa judul'}
        lead={note.unitName}
        back={['/praktik-baik', 'Praktik Baik']}
      >
        <Actions actor={actor} note={note} />
      </PageHeading>
      {notice && <Notice>{notice}</Notice>}
      {isDraft && info === undefined && (
        <Notice>Masih draf: hanya petugas {note.unitName} yang melihatnya.</Notice>
      )}
      <div class="note-reading">
        <article class="card card-body note-article">
          {noteSections.map(({ field, name }) => (
            <section key={field}>
              <h2>{name}</h2>
              <NoteText text={note[field]} />
            </section>
          ))}
        </article>
        <aside class="card card-body note-aside" aria-label="Tentang praktik baik ini">
          <About actor={actor} note={note} visit={visit} />
          {note.programs.length > 0 && (
            <div>
              <h2 class="h4">Program</h2>
              <Programs codes={note.programs} titles={programs} />
            </div>
          )}
          {parts}
        </aside>
      </div>
    </Layout>
  );
}

function Actions({ actor, note }: { actor: Actor; note: NoteFact }): VNode | null {
  if (mayWrite(note.unit, actor)) {
    return (
      <a class="btn btn-primary" href={`/praktik-baik/${note.id}/ubah`}>
        <Icon name="pencil" />
        {note.state === 'draft' ? 'Lanjutkan menulis' : 'Ubah'}
      </a>
    );
  }
  if (actor.unit === null) return null;
  const wish = new URLSearchParams({ tuan: note.unit, topik: note.title });
  return (
    <a class="btn btn-primary" href={`/kunjungan/baru?${wish.toString()}`}>
      <Icon name="visit" />
      Kunjungi UPT ini
    </a>
  );
}

/** What was typed, paragraph by paragraph. */
function NoteText({ text }: { text: string }): VNode {
  const parts = paragraphs(text);
  if (parts.length === 0) return <p class="text-secondary">Belum ditulis.</p>;
  return (
    <>
      {parts.map((part) => (
        <p class="note-text" key={part}>
          {part}
        </p>
      ))}
    </>
  );
}

function About({ actor, note, visit }: Pick<NotePageProps, 'actor' | 'note' | 'visit'>): VNode {
  const own = note.unit === actor.unit;
  return (
    <Facts
      lines={[
        [
          'UPT',
          <a key="unit" href={`/upt/${note.unit}`}>
            {note.unitName}
          </a>,
        ],
        ['Keadaan', stateWords[note.state]],
        ['Penulis', own ? note.authorName : ''],
        ['Terbit', note.publishedAt && formatDate(note.publishedAt, actor.timeZone)],
        ['Diubah', formatDate(note.changedAt, actor.timeZone)],
        ['Topik', note.topics.join('; ')],
        [
          'Dari kunjungan',
          visit && (
            <>
              <a href={`/kunjungan/${visit.id}`}>{visit.title}</a>
              <div class="text-secondary">
                {formatDateTimeRange(visit.startsAt, visit.endsAt, visit.timeZone)}
              </div>
            </>
          ),
        ],
      ]}
    />
  );
}
