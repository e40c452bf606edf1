import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { TEXT_CHANGES_STYLES, TextChanges } from '../../platform/pages/text-changes.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import { namesOf } from '../../platform/text/field-description.js';
import { noteFields, noteTextFields } from '../domain/note-fields.js';
import type { NoteFact } from '../queries/note-facts.js';
import type { NoteRevision } from '../queries/note-revisions.js';
import { noteStateWords } from './note-words.js';

interface NoteRevisionsPageProps {
  actor: Actor;
  note: NoteFact;
  /** The last first. */
  revisions: readonly NoteRevision[];
  /** The version whose changes are shown. */
  chosen: number;
}

const fields = namesOf(noteTextFields);

/** What a note said before, and what each version changed. */
export function NoteRevisionsPage(props: NoteRevisionsPageProps): VNode {
  const { actor, note } = props;
  const title = 'Riwayat perubahan';
  return (
    <Layout
      title={`${title}: ${note.title || 'Tanpa judul'}`}
      actor={actor}
      path="/praktik-baik"
      styles={['notes/pages/note.css', TEXT_CHANGES_STYLES]}
    >
      <PageHeading
        title={title}
        lead="Pilih sebuah versi untuk melihat apa yang diubah."
        back={[`/praktik-baik/${note.id}`, note.title || 'Tanpa judul']}
      />
      <div class="note-revisions">
        <Versions {...props} />
        <Changes {...props} />
      </div>
    </Layout>
  );
}

function Versions({ actor, note, revisions, chosen }: NoteRevisionsPageProps): VNode {
  const zone = actor.timeZone;
  return (
    <nav class="card" aria-label="Versi">
      <ol class="list-group list-group-flush" reversed>
        {revisions.map((revision, index) => (
          <li class="list-group-item" key={revision.version}>
            <a
              class="row-link"
              href={`/praktik-baik/${note.id}/riwayat?versi=${revision.version}`}
              aria-current={revision.version === chosen ? 'true' : undefined}
            >
              <span class="fw-medium">
                Versi {revision.version}: {happened(revision, revisions[index + 1])}
              </span>
              <span class="text-secondary">
                {revision.changedBy} · {formatDate(revision.changedAt, zone)},{' '}
                {formatTime(revision.changedAt, zone)}
              </span>
              {revision.reason && <span>{revision.reason}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What a version was about, in a word or two. */
function happened(revision: NoteRevision, before: NoteRevision | undefined): string {
  if (!before) return noteStateWords[revision.state];
  if (before.state !== revision.state) {
    return revision.state === 'draft' ? 'Kembali menjadi draf' : noteStateWords[revision.state];
  }
  const isSame = fields.every((field) => before.texts[field] === revision.texts[field]);
  if (!isSame) return 'Diubah';
  return revision.state === 'published' ? 'Ditinjau, masih benar' : 'Disimpan';
}

function Changes({ revisions, chosen }: NoteRevisionsPageProps): VNode {
  const index = revisions.findIndex(({ version }) => version === chosen);
  const after = revisions[index];
  const before = revisions[index + 1];
  const changed = fields.filter((field) => (before?.texts[field] ?? '') !== (after?.texts[field] ?? ''));
  return (
    <div>
      <h2 class="visually-hidden">Perubahan pada versi {chosen}</h2>
      {changed.length === 0 && (
        <div class="card card-body">
          Tulisannya sama dengan versi sebelumnya; hanya keadaannya yang berubah.
        </div>
      )}
      {changed.map((field) => (
        <Card title={noteFields[field].label} key={field}>
          <div class="card-body">
            <TextChanges before={before?.texts[field] ?? ''} after={after?.texts[field] ?? ''} />
          </div>
        </Card>
      ))}
    </div>
  );
}
