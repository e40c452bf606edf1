import type { NoteState, NoteVisibility } from './note.js';

/** What a state is called. */
export const noteStateWords: Readonly<Record<NoteState, string>> = {
  draft: 'Draf',
  proposed: 'Diajukan',
  published: 'Terbit',
  archived: 'Diarsipkan',
};

/** Who reads a note once it is published. */
export const visibilityWords: Readonly<Record<NoteVisibility, string>> = {
  unit: 'Hanya UPT sendiri',
  region: 'UPT se-wilayah',
  nation: 'Semua UPT',
};
