import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { NotesController } from './http/notes.controller.js';
import { noteConstraints, noteProblems } from './http/problems.js';
import { ListNotes } from './queries/list-notes.js';
import { NoteFacts } from './queries/note-facts.js';
import { NoteRepository } from './storage/note-repository.js';
import { ReadNote } from './use-cases/read-note.js';
import { WriteNote } from './use-cases/write-note.js';

/** Best-practice notes (praktik baik). */
@Module({
  imports: [UnitsModule, VisitsModule, ProblemsModule.forFeature(noteProblems, noteConstraints)],
  controllers: [NotesController],
  providers: [ListNotes, NoteFacts, NoteRepository, ReadNote, WriteNote],
  exports: [NoteFacts, WriteNote],
})
export class NotesModule {}
