import { actsFor } from '../../platform/security/capabilities.js';
import { answerOf } from '../../platform/http/described-answer.js';
import { noteFields } from '../domain/note-fields.js';
import { allowedNoteActions } from '../domain/note-states.js';
import type { NoteActor } from '../domain/note.js';
import type { TextPart } from '../../platform/text/marked-text.js';
import type { FoundPage } from '../queries/find-notes.js';
import type { NoteComment, NoteFile, NotePicture, NoteUse } from '../queries/note-contents.js';
import type { NoteFact } from '../queries/note-facts.js';
import type { NoteRevision } from '../queries/note-revisions.js';
import type {
  NoteCommentView,
  NotePage,
  NotePictureView,
  NoteRevisionView,
  NoteUseView,
  NoteView,
  SynonymView,
  TextPartView,
} from './note.view.js';
import type { KeptFileView } from '../../platform/http/kept-file.view.js';

/** A note as the API shows it; it belongs to no zone, so its times are in UTC. */
export function presentNote(note: NoteFact, actor: NoteActor): NoteView {
  return {
    id: note.id,
    state: note.state,
    visibility: note.visibility,
    version: note.version,
    allowedActions: allowedNoteActions(note, actor),
    ...answerOf(noteFields, note),
    unit: note.unit,
    unitName: note.unitName,
    regionalOffice: note.regionalOffice,
    visit: note.unsentVisitOf === null || actsFor(actor, note.unsentVisitOf) ? note.visit : null,
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
export function presentFound(
  { items, nextCursor, total, isTotalCut, corrected }: FoundPage,
  actor: NoteActor,
): NotePage {
  return {
    items: items.map((note) => ({
      ...presentNote(note, actor),
      markedTitle: note.markedTitle.map(presentPart),
      excerpt: note.excerpt.map(presentPart),
    })),
    nextCursor,
    total,
    isTotalCut,
    corrected,
  };
}

const presentPart = ({ text, isHit }: TextPart): TextPartView => ({ text, isHit });

export function presentSynonym({ id, terms, version, changedAt }: Synonym): SynonymView {
  return { id, terms, version, changedAt: changedAt.toISOString() };
}

export const presentPicture = ({
  id,
  caption,
  width,
  height,
  addedAt,
  isCleared,
}: NotePicture): NotePictureView => ({
  ...{ id, caption, width, height, cleared: isCleared },
  addedAt: addedAt.toISOString(),
});

export const presentFile = ({ id, name, mediaType, size, addedAt }: NoteFile): KeptFileView => ({
  ...{ id, name, mediaType, size },
  addedAt: addedAt.toISOString(),
});

export const presentComment = (comment: NoteComment): NoteCommentView => ({
  id: comment.id,
  kind: comment.kind,
  body: comment.body,
  author: comment.authorName,
  place: comment.authorPlace,
  at: comment.at.toISOString(),
  answer: comment.answer,
  answeredBy: comment.answeredBy,
  answeredAt: comment.answeredAt?.toISOString() ?? null,
});

export const presentUse = ({ unit, unitName, since }: NoteUse): NoteUseView => ({ unit, unitName, since });

export const presentRevision = ({
  version,
  state,
  texts,
  reason,
  changedBy,
  changedAt,
}: NoteRevision): NoteRevisionView => ({
  ...{ version, state, texts, reason, changedBy },
  changedAt: changedAt.toISOString(),
});
