import type { NoteErrorCode } from './error-codes.js';
import { isHead, isOver, mayWrite, type JudgedNote, type NoteActor, type NoteState } from './note.js';

export const noteActions = ['propose', 'publish', 'withdraw', 'return', 'renew', 'archive'] as const;
export type NoteAction = (typeof noteActions)[number];

/** Who takes a step: anybody who writes for the unit, its head, its regional office. */
type NoteSide = 'writer' | 'head' | 'regional';

interface NoteTransition {
  from: NoteState;
  action: NoteAction;
  to: NoteState;
  by: readonly NoteSide[];
  needsReason?: true;
}

const deciders = ['head', 'regional'] as const;

/** Every step of a note; the checks and the buttons on offer come from here. */
export const noteTransitions: readonly NoteTransition[] = [
  { from: 'draft', action: 'propose', to: 'proposed', by: ['writer'] },
  { from: 'draft', action: 'publish', to: 'published', by: ['head'] },
  { from: 'proposed', action: 'publish', to: 'published', by: deciders },
  { from: 'proposed', action: 'withdraw', to: 'draft', by: ['writer'] },
  { from: 'proposed', action: 'return', to: 'draft', by: deciders, needsReason: true },
  { from: 'published', action: 'renew', to: 'published', by: deciders },
  { from: 'published', action: 'archive', to: 'archived', by: deciders },
  { from: 'published', action: 'return', to: 'draft', by: deciders, needsReason: true },
  { from: 'archived', action: 'publish', to: 'published', by: deciders },
  { from: 'archived', action: 'return', to: 'draft', by: deciders, needsReason: true },
];

function sidesOf(note: JudgedNote, actor: NoteActor): NoteSide[] {
  const sides: NoteSide[] = [];
  if (mayWrite(note.unit, actor)) sides.push('writer');
  if (isHead(note, actor)) sides.push('head');
  if (isOver(note, actor)) sides.push('regional');
  return sides;
}

const isFor = ({ by }: NoteTransition, sides: readonly NoteSide[]): boolean =>
  by.some((side) => sides.includes(side));

/** What a step leads to, or what speaks against it; `not-allowed` is for a step that others may take. */
export function decideNoteStep(
  note: JudgedNote,
  action: NoteAction,
  actor: NoteActor,
  reason: string,
): { to: NoteState } | { code: NoteErrorCode | 'not-allowed' } {
  const row = noteTransitions.find(({ from, action: known }) => from === note.state && known === action);
  if (!row) return { code: 'note-step-not-allowed' };
  if (!isFor(row, sidesOf(note, actor))) return { code: 'not-allowed' };
  if (row.needsReason && reason.trim() === '') return { code: 'note-reason-needed' };
  return { to: row.to };
}

/** Steps that somebody may take now, given a reason where one is needed, in the order of `noteActions`. */
export function allowedNoteActions(note: JudgedNote, actor: NoteActor): NoteAction[] {
  const sides = sidesOf(note, actor);
  return noteActions.filter((action) =>
    noteTransitions.some((row) => row.from === note.state && row.action === action && isFor(row, sides)),
  );
}

/** The step that leads to a state, one that the actor may take before others; null when none does. */
export function noteActionTo(note: JudgedNote, to: NoteState, actor: NoteActor): NoteAction | null {
  const rows = noteTransitions.filter((row) => row.from === note.state && row.to === to);
  const sides = sidesOf(note, actor);
  return (rows.find((row) => isFor(row, sides)) ?? rows[0])?.action ?? null;
}

/** The calendar date twelve months after another, on which a note is to be read again; of 29 February the 28th. */
export function reviewDate(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next;
}
