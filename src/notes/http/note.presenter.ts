import { allowedNoteActions } from '../domain/note-states.js';
import type { NoteActor } from '../domain/note.js';
import type { TextPart } from '../../platform/text/marked-text.js';
import type { FoundPage } from '../queries/find-notes.js';
import type { NoteFact } from '../queries/note-facts.js';

/** A note as the API shows it; it belongs to no zone, so its times are in UTC. */
export function presentNote(note: NoteFact, actor: NoteActor) {
  return {
    id: note.id,
    state: note.state,
    visibility: note.visibility,
    version: note.version,
    allowedActions: allowedNoteActions(note, actor),
    title: note.title,
    context: note.context,
    whatWasDone: note.whatWasDone,
    resources: note.resources,
    howToCopy: note.howToCopy,
    result: note.result,
    pitfalls: note.pitfalls,
    contact: note.contact,
    topics: note.topics,
    programs: note.programs,
    unit: note.unit,
    unitName: note.unitName,
    regionalOffice: note.regionalOffice,
    visit: note.visit,
    author: note.authorName,
    createdAt: note.createdAt.toISOString(),
    changedAt: note.changedAt.toISOString(),
    publishedAt: note.publishedAt?.toISOString() ?? null,
    reviewDueOn: note.reviewDueOn,
    archivedAt: note.archivedAt?.toISOString() ?? null,
  };
}

interface Synonym {
  id: string;
  terms: string[];
  version: number;
  changedAt: Date;
}

/** A page of what was found, each note with its title and an excerpt in pieces that tell what was hit. */
export function presentFound({ items, nextCursor, total, corrected }: FoundPage, actor: NoteActor) {
  return {
    items: items.map((note) => ({
      ...presentNote(note, actor),
      markedTitle: note.markedTitle.map(presentPart),
      excerpt: note.excerpt.map(presentPart),
    })),
    nextCursor,
    total,
    corrected,
  };
}

const presentPart = ({ text, isHit }: TextPart) => ({ text, isHit });

export function presentSynonym({ id, terms, version, changedAt }: Synonym) {
  return { id, terms, version, changedAt: changedAt.toISOString() };
}
