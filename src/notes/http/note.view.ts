import type { AnswerOf } from '../../platform/http/described-answer.js';
import {
  CalendarDate,
  EachOf,
  Instant,
  listOf,
  OneOf,
  pageOf,
  Uuid,
  Whole,
} from '../../platform/http/view-fields.js';
import type { noteFields, noteTextFields } from '../domain/note-fields.js';
import { noteTalkKinds, type NoteTalkKind } from '../domain/note.js';
import { noteActions, type NoteAction } from '../domain/note-states.js';
import { noteStates, noteVisibilities, type NoteState, type NoteVisibility } from '../domain/note.js';

/** What a note says; Markdown but for the title. */
export class NoteTextsView implements AnswerOf<typeof noteTextFields> {
  title: string;
  /** The problem, and where it arose. */
  context: string;
  whatWasDone: string;
  /** What it takes and what it costs. */
  resources: string;
  howToCopy: string;
  result: string;
  pitfalls: string;
  /** Whom to ask: no private number. */
  contact: string;
}

/** A note; it belongs to no zone, so its times are in UTC. */
export class NoteView extends NoteTextsView implements AnswerOf<typeof noteFields> {
  @Uuid()
  id: string;

  @OneOf('NoteState', noteStates)
  state: NoteState;

  @OneOf('NoteVisibility', noteVisibilities)
  visibility: NoteVisibility;

  @Whole()
  version: number;

  @EachOf('NoteAction', noteActions)
  allowedActions: NoteAction[];

  topics: string[];
  /** Codes. */
  programs: string[];
  unit: string;
  unitName: string;
  regionalOffice: string | null;

  /** The visit it comes from. */
  @Uuid()
  visit: string | null;

  author: string;

  @Instant()
  createdAt: string;

  @Instant()
  changedAt: string;

  @Instant()
  publishedAt: string | null;

  @CalendarDate()
  reviewDueOn: string | null;

  @Instant()
  archivedAt: string | null;
}

/** A piece of a text, hit or not by what was looked for. */
export class TextPartView {
  text: string;
  isHit: boolean;
}

/** A note of a list; of what was found with its title and an excerpt in pieces. */
class ListedNoteView extends NoteView {
  markedTitle?: TextPartView[];
  excerpt?: TextPartView[];
}

/** A page of notes; of what was found also how much there is. */
export class NotePage extends pageOf(ListedNoteView) {
  @Whole()
  total?: number;

  /** Whether there are more than were counted. */
  isTotalCut?: boolean;
  /** What was looked for instead of misspelt words. */
  corrected?: string | null;
}

/** Where a note stands. */
export class NoteStandingView {
  @Uuid()
  id: string;

  @OneOf('NoteState', noteStates)
  state: NoteState;

  @Whole()
  version: number;
}

export class SynonymView {
  id: string;
  terms: string[];

  @Whole()
  version: number;

  @Instant()
  changedAt: string;
}

export class SynonymList extends listOf(SynonymView) {}

export class NotePictureView {
  @Uuid()
  id: string;

  caption: string;

  /** Pixels. */
  @Whole()
  width: number;

  @Whole()
  height: number;

  cleared: boolean;

  @Instant()
  addedAt: string;
}

export class NotePictureList extends listOf(NotePictureView) {}

export class NoteCommentView {
  @Uuid()
  id: string;

  @OneOf('NoteCommentKind', noteTalkKinds)
  kind: NoteTalkKind;

  body: string;
  author: string;
  /** Unit or regional office the author works at; null for administrators. */
  place: string | null;

  @Instant()
  at: string;

  answer: string | null;
  answeredBy: string | null;

  @Instant()
  answeredAt: string | null;
}

export class NoteCommentList extends listOf(NoteCommentView) {}

export class NoteUseView {
  unit: string;
  unitName: string;

  @CalendarDate()
  since: string;
}

export class NoteUseList extends listOf(NoteUseView) {}

export class NoteRevisionView {
  @Whole()
  version: number;

  @OneOf('NoteState', noteStates)
  state: NoteState;

  texts: NoteTextsView;
  reason: string;
  changedBy: string;

  @Instant()
  changedAt: string;
}

export class NoteRevisionList extends listOf(NoteRevisionView) {}
