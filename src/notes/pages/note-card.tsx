import type { VNode } from 'preact';
import { noteFields } from '../domain/note-fields.js';
import { fieldExcerpt } from '../../platform/pages/free-text.js';
import { Icon } from '../../platform/pages/icon.js';
import { Marked } from '../../platform/pages/marked.js';
import { formatDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { FoundNote } from '../queries/found-notes.js';
import type { NoteFact } from '../queries/note-facts.js';
import { noteStateWords } from './note-words.js';

interface NoteCardProps {
  note: NoteFact | FoundNote;
  /** Titles of programs by code. */
  programs: ReadonlyMap<string, string>;
  /** The reader's. */
  zone: Zone;
}

/** A note among others: what it is called, whose it is, what it is about. */
export function NoteCard({ note, programs, zone }: NoteCardProps): VNode {
  return (
    <li class="card note-card">
      <div class="card-body">
        <h2 class="note-card-title">
          <a class="note-card-link" href={`/praktik-baik/${note.id}`}>
            {isFound(note) && note.title ? <Marked parts={note.markedTitle} /> : note.title || 'Tanpa judul'}
          </a>
        </h2>
        <p class="note-card-unit">
          <Icon name="building" />
          {note.unitName}
        </p>
        <Inside note={note} />
        <NotePrograms codes={note.programs} titles={programs} />
        <p class="text-secondary mb-0 mt-auto">
          {note.state !== 'published' && (
            <span class="badge badge-outline me-2">{noteStateWords[note.state]}</span>
          )}
          Terakhir diubah {formatDate(note.changedAt, zone)}
        </p>
      </div>
    </li>
  );
}

const isFound = (note: NoteFact | FoundNote): note is FoundNote => 'excerpt' in note;

/** Where it has what was looked for; else what came of it. */
function Inside({ note }: { note: NoteFact | FoundNote }): VNode | null {
  if (isFound(note)) {
    return (
      <p class="note-card-excerpt">
        <Marked parts={note.excerpt} />
      </p>
    );
  }
  const result = fieldExcerpt(noteFields.result, note.result);
  return result ? <p class="note-card-result">{result}</p> : null;
}

/** The programs a note serves. */
export function NotePrograms({
  codes,
  titles,
}: {
  codes: readonly string[];
  titles: ReadonlyMap<string, string>;
}): VNode | null {
  if (codes.length === 0) return null;
  return (
    <ul class="note-programs" aria-label="Program">
      {codes.map((code) => (
        <li key={code}>{titles.get(code) ?? code}</li>
      ))}
    </ul>
  );
}
