export { NotesModule } from './notes.module.js';
export { mayReadSql, NoteFacts } from './queries/note-facts.js';
export { LoadSynonyms } from './use-cases/load-synonyms.js';
export { WriteNote } from './use-cases/write-note.js';
