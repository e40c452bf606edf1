/** What a best-practice note (praktik baik) says. */
export interface NoteTexts {
  title: string;
  context: string;
  whatWasDone: string;
  result: string;
  howToCopy: string;
}

export const noteStates = ['draft', 'published'] as const;
export type NoteState = (typeof noteStates)[number];

const needed = {
  title: 'Mohon isi judulnya',
  context: 'Mohon jelaskan latar belakangnya',
  whatWasDone: 'Mohon jelaskan apa yang dilakukan',
  result: 'Mohon jelaskan hasilnya',
  howToCopy: 'Mohon jelaskan cara menirunya',
} as const satisfies Record<keyof NoteTexts, string>;

/** What keeps a note from being published: each empty text, with what to do. */
export function missingTexts(note: NoteTexts): { field: string; message: string }[] {
  return (Object.keys(needed) as (keyof NoteTexts)[])
    .filter((field) => note[field].trim() === '')
    .map((field) => ({ field, message: needed[field] }));
}

/** Somebody who reads or writes notes, as far as the rules look. */
export interface NoteActor {
  role: string;
  unit: string | null;
}

/** A unit's own people write its notes. */
export function mayWrite(unit: string, actor: NoteActor): boolean {
  return (actor.role === 'officer' || actor.role === 'unit-head') && actor.unit === unit;
}

/** A draft is the unit's own; what is published is for everybody who is signed in. */
export function mayReadNote(note: { state: NoteState; unit: string }, actor: NoteActor): boolean {
  return note.state === 'published' || mayWrite(note.unit, actor);
}
