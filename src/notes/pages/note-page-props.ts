import type { VNode } from 'preact';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import type { Actor } from '../../platform/security/actor.js';
import type { NoteRevision } from '../queries/note-revisions.js';
import type { NoteVisit } from '../queries/note-visits.js';
import type { WholeNote } from '../use-cases/read-note-contents.js';

/** A form of the page that was refused: what was sent, and what is wrong with it. */
export interface NoteRefusal {
  form: 'step' | 'picture' | 'file' | 'talk' | 'answer' | 'use';
  /** The question that was to be answered. */
  id?: string;
  sent: SentForm | undefined;
  faults: FormFaults;
}

export interface NotePageProps {
  actor: Actor;
  whole: WholeNote;
  /** The last thing done with a note that is not out; null when it is out. */
  last: Omit<NoteRevision, 'texts'> | null;
  /** Titles of programs by code. */
  programs: ReadonlyMap<string, string>;
  /** The visit it comes from, when the actor may see it. */
  visit: NoteVisit | null;
  /** What other features know of it. */
  parts: readonly VNode[];
  /** The reader's calendar date. */
  today: string;
  now: Date;
  /** What was just done. */
  info: unknown;
  refusal: NoteRefusal | null;
}
