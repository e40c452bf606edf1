import { AppError } from '../../platform/errors/app-error.js';

/** Why a note cannot be saved. */
export type NoteErrorCode =
  'note-changed' | 'note-incomplete' | 'note-program-unknown' | 'note-visit-elsewhere';

export class NoteError extends AppError<NoteErrorCode> {}
