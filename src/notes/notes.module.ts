import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { NotesController } from './http/notes.controller.js';
import { noteConstraints, noteProblems } from './http/problems.js';
import { NoteListPages } from './pages/note-list.controller.js';
import { NoteParts } from './pages/note-parts.js';
import { NoteSurroundings } from './pages/note-surroundings.js';
import { NoteUnitPart } from './pages/note-unit-part.js';
import { NoteVisitPart } from './pages/note-visit-part.js';
import { SynonymPages } from './pages/synonyms.controller.js';
import { SynonymsController } from './http/synonyms.controller.js';
import { NotePages } from './pages/notes.controller.js';
import { FindNotes } from './queries/find-notes.js';
import { FoundNotes } from './queries/found-notes.js';
import { ListNotes } from './queries/list-notes.js';
import { MatchNotes } from './queries/match-notes.js';
import { NoteChoices } from './queries/note-choices.js';
import { NoteFacts } from './queries/note-facts.js';
import { NoteVisits } from './queries/note-visits.js';
import { NotedPrograms } from './queries/noted-programs.js';
import { NoteRepository } from './storage/note-repository.js';
import { NoteRevisionRepository } from './storage/note-revision-repository.js';
import { ReadSearchFacts } from './queries/search-facts.js';
import { SynonymRepository } from './storage/synonym-repository.js';
import { KeepSynonyms } from './use-cases/keep-synonyms.js';
import { LoadSynonyms } from './use-cases/load-synonyms.js';
import { ReadNote } from './use-cases/read-note.js';
import { StoreNote } from './use-cases/store-note.js';
import { TakeNoteStep } from './use-cases/take-note-step.js';
import { WriteNote } from './use-cases/write-note.js';

/** Best-practice notes (praktik baik). */
@Module({
  imports: [UnitsModule, VisitsModule, ProblemsModule.forFeature(noteProblems, noteConstraints)],
  controllers: [NotesController, NoteListPages, NotePages, SynonymPages, SynonymsController],
  providers: [
    FindNotes,
    FoundNotes,
    ListNotes,
    MatchNotes,
    ReadSearchFacts,
    NoteChoices,
    NoteFacts,
    NoteVisits,
    NotedPrograms,
    NoteRepository,
    NoteRevisionRepository,
    StoreNote,
    TakeNoteStep,
    SynonymRepository,
    LoadSynonyms,
    KeepSynonyms,
    ReadNote,
    WriteNote,
    NoteParts,
    NoteUnitPart,
    NoteVisitPart,
    NoteSurroundings,
  ],
  exports: [NoteFacts, LoadSynonyms, ReadNote, WriteNote],
})
export class NotesModule {}
