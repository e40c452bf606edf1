export { NotesModule } from './notes.module.js';
export { mayReadSql, NoteFacts } from './queries/note-facts.js';
export { WriteNote } from './use-cases/write-note.js';
