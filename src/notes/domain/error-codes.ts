import { AppError } from '../../platform/errors/app-error.js';

/** Why a note, or what notes are found by, cannot be saved, or a step not be taken. */
export type NoteErrorCode =
  | 'note-changed'
  | 'note-incomplete'
  | 'note-program-unknown'
  | 'note-visit-elsewhere'
  | 'note-step-not-allowed'
  | 'note-reason-needed'
  | 'synonym-changed'
  | 'synonym-too-few'
  | 'note-not-open'
  | 'note-answer-none'
  | 'note-picture-missing'
  | 'note-picture-too-large'
  | 'note-picture-unreadable'
  | 'note-caption-missing'
  | 'note-file-unknown'
  | 'note-file-too-large'
  | 'note-file-kept'
  | 'note-attachments-full'
  | 'note-use-own';

export class NoteError extends AppError<NoteErrorCode> {}
