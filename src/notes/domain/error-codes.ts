import { AppError } from '../../platform/errors/app-error.js';

/** Why a note cannot be saved, or a step of it taken. */
export type NoteErrorCode =
  | 'note-changed'
  | 'note-incomplete'
  | 'note-program-unknown'
  | 'note-visit-elsewhere'
  | 'note-step-not-allowed'
  | 'note-reason-needed';

export class NoteError extends AppError<NoteErrorCode> {}
