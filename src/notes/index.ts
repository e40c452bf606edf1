export { NotesModule } from './notes.module.js';
export { LoadSynonyms } from './use-cases/load-synonyms.js';
export { mayReadNote } from './domain/note.js';
export { mayReadSql, NoteFacts, type NoteFact } from './queries/note-facts.js';
export { ReadNote } from './use-cases/read-note.js';
export { WriteNote } from './use-cases/write-note.js';
export { VisitTexts } from './use-cases/visit-texts.js';
