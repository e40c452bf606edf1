import { NoteEntity, NoteEditingEntity, NoteProgramEntity, NoteRevisionEntity } from './note.entity.js';
import { NoteFileEntity, NotePictureEntity } from './note-attachment.entity.js';
import { NoteCommentEntity, NoteUseEntity } from './note-talk.entity.js';
import { SearchSynonymEntity } from './synonym.entity.js';

/** The tables of this feature. */
export const notesEntities = [
  NoteCommentEntity,
  NoteEditingEntity,
  NoteEntity,
  NoteFileEntity,
  NotePictureEntity,
  NoteProgramEntity,
  NoteRevisionEntity,
  NoteUseEntity,
  SearchSynonymEntity,
];
