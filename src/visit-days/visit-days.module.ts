import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { NotesModule } from '../notes/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { EntriesController } from './http/entries.controller.js';
import { visitDayProblems } from './http/problems.js';
import { DayPages } from './pages/day.controller.js';
import { DayParts } from './pages/day-parts.js';
import { DayView } from './pages/day-view.js';
import { DayWorker } from './pages/day-worker.controller.js';
import { EntryPages } from './pages/entries.controller.js';
import { UnsentPages } from './pages/unsent.controller.js';
import { AlbumPhotos } from './queries/album-photos.js';
import { DayEntries } from './queries/day-entries.js';
import { OutgoingEntries } from './queries/outgoing-entries.js';
import { AlbumRepository } from './storage/album-repository.js';
import { visitDaysEntities } from './storage/entities.js';
import { EntryRepository } from './storage/entry-repository.js';
import { OriginalRepository } from './storage/original-repository.js';
import { ChangeEntry } from './use-cases/change-entry.js';
import { DayAccess } from './use-cases/day-access.js';
import { KeepEntry } from './use-cases/keep-entry.js';
import { RecordEntry } from './use-cases/record-entry.js';
import { MarkAttendance } from './use-cases/mark-attendance.js';
import { NotePhotos } from './use-cases/note-photos.js';
import { ReadEntries } from './use-cases/read-entries.js';

/** The day of a visit on a phone: attendance, notes and photos as they come. */
@Module({
  imports: [
    EntitiesModule.forFeature(visitDaysEntities),
    UnitsModule,
    VisitsModule,
    AgendasModule,
    NotesModule,
    ProblemsModule.forFeature(visitDayProblems),
  ],
  controllers: [EntriesController, DayPages, EntryPages, UnsentPages, DayWorker],
  providers: [
    AlbumPhotos,
    DayEntries,
    OutgoingEntries,
    AlbumRepository,
    EntryRepository,
    OriginalRepository,
    NotePhotos,
    ChangeEntry,
    DayAccess,
    KeepEntry,
    RecordEntry,
    MarkAttendance,
    ReadEntries,
    DayView,
    DayParts,
  ],
  exports: [ChangeEntry, OutgoingEntries, ReadEntries],
})
export class VisitDaysModule {}
