import type { Role } from '../../platform/security/actor.js';
import { actsFor, can } from '../../platform/security/capabilities.js';
import { noteFields, type NeededText, type NoteTexts } from './note-fields.js';

export const noteStates = ['draft', 'proposed', 'published', 'archived'] as const;
export type NoteState = (typeof noteStates)[number];

/** What the code asks of a note's state. */
interface NoteStateTraits {
  /** The unit's own people alone know of it. */
  stays: boolean;
  /** It went out, to be judged or to everybody: those who read it ask and comment. */
  discussed: boolean;
  /** Others than those who make it read it. */
  published: boolean;
}

const noteStateTraits: Readonly<Record<NoteState, NoteStateTraits>> = {
  draft: { stays: true, discussed: false, published: false },
  proposed: { stays: false, discussed: true, published: false },
  published: { stays: false, discussed: true, published: true },
  archived: { stays: false, discussed: false, published: false },
};

export const hasNoteTrait = (state: NoteState, trait: keyof NoteStateTraits): boolean =>
  noteStateTraits[state][trait];

/** The states that have a trait; a statement takes them as a parameter. */
export const noteStatesWith = (trait: keyof NoteStateTraits): NoteState[] =>
  noteStates.filter((state) => noteStateTraits[state][trait]);

/** Who reads a published note: the own unit, every unit of its region, or everybody. */
export const noteVisibilities = ['unit', 'region', 'nation'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** What readers write below a note: a question waits for an answer, a comment for none. */
export const noteTalkKinds = ['question', 'comment'] as const;
export type NoteTalkKind = (typeof noteTalkKinds)[number];

/** In the order in which it is told that they lack: what came of it before how to copy it. */
const asked = {
  title: true,
  context: true,
  whatWasDone: true,
  result: true,
  howToCopy: true,
} as const satisfies Record<NeededText, true>;

/** What keeps a note from being proposed or published: each empty text, with what to do. */
export function missingTexts(note: Pick<NoteTexts, NeededText>): { field: string; message: string }[] {
  return (Object.keys(asked) as NeededText[])
    .filter((field) => note[field].trim() === '')
    .map((field) => ({ field, message: noteFields[field].needed }));
}

/** Somebody who reads or writes notes, as far as the rules look. */
export interface NoteActor {
  role: Role;
  unit: string | null;
  /** Units that merged into it. */
  inherited?: readonly string[];
  /** The own regional office, or the one the own unit belongs to. */
  regionalOffice: string | null;
}

/** What the rules look at in a note. */
export interface JudgedNote {
  state: NoteState;
  visibility: NoteVisibility;
  unit: string;
  /** The one the unit belongs to. */
  regionalOffice: string | null;
}

/** A unit's own people write its notes. */
export function mayWrite(unit: string, actor: NoteActor): boolean {
  return can(actor, 'notes.write') && actsFor(actor, unit);
}

/** Whoever heads a note's unit. */
export function isHead(note: Pick<JudgedNote, 'unit'>, actor: NoteActor): boolean {
  return can(actor, 'notes.publish') && actsFor(actor, note.unit);
}

/** The regional office over a note's unit. */
export function isOver(note: Pick<JudgedNote, 'regionalOffice'>, actor: NoteActor): boolean {
  return can(actor, 'notes.oversee') && actor.regionalOffice === note.regionalOffice;
}

/**
 * The unit's own people read its notes in every state, its regional office all but drafts; of others' notes one reads
 * those that are published for the own region or for everybody. `mayReadSql` says the same of rows.
 */
export function mayReadNote(note: JudgedNote, actor: NoteActor): boolean {
  if (mayWrite(note.unit, actor)) return true;
  if (!hasNoteTrait(note.state, 'stays') && isOver(note, actor)) return true;
  if (!hasNoteTrait(note.state, 'published') || !can(actor, 'notes.read')) return false;
  return (
    note.visibility === 'nation' ||
    (note.visibility === 'region' && actor.regionalOffice === note.regionalOffice)
  );
}
