import { actsFor, can } from '../../platform/security/capabilities.js';
import {
  hasNoteTrait,
  isHead,
  isOver,
  mayReadNote,
  mayWrite,
  type JudgedNote,
  type NoteActor,
} from './note.js';

/** Most pictures, and most files, of one note. */
export const MOST_ATTACHMENTS = 12;

/** Whoever reads a note that went out asks and comments. */
export function mayTalk(note: JudgedNote, actor: NoteActor): boolean {
  return hasNoteTrait(note.state, 'discussed') && mayReadNote(note, actor);
}

/** The unit's people answer what others ask. */
export const mayAnswer = (note: JudgedNote, actor: NoteActor): boolean => mayWrite(note.unit, actor);

/** Whoever wrote it takes it back, and the head of the note's unit removes it. */
export function mayRemoveComment(
  note: JudgedNote,
  author: string,
  actor: NoteActor & { personId: string },
): boolean {
  return actor.personId === author || isHead(note, actor);
}

/** The people of another unit that reads a published note say that their unit uses it. */
export function mayUse(note: JudgedNote, actor: NoteActor): boolean {
  return (
    hasNoteTrait(note.state, 'published') &&
    actor.unit !== null &&
    !actsFor(actor, note.unit) &&
    mayWrite(actor.unit, actor) &&
    mayReadNote(note, actor)
  );
}

/** A picture that nobody vouched for is seen by the unit's own people alone. */
export const maySeePicture = (note: JudgedNote, isCleared: boolean, actor: NoteActor): boolean =>
  mayReadNote(note, actor) && (isCleared || mayWrite(note.unit, actor));

/**
 * Who says that no inmate's face or name is in a picture: the unit's people; at an LPKA, where children live, its head
 * alone.
 */
export function mayClearPicture(note: JudgedNote & { unitType: string | null }, actor: NoteActor): boolean {
  return mayWrite(note.unit, actor) && (note.unitType !== 'lpka' || can(actor, 'photos.vouch'));
}

/** What was written before is for those who make the note: the unit's people and its regional office. */
export const mayReadRevisions = (note: JudgedNote, actor: NoteActor): boolean =>
  mayWrite(note.unit, actor) || (isOver(note, actor) && !hasNoteTrait(note.state, 'stays'));
