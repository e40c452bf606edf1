import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { NotesModule } from '../notes/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { AlbumController } from './http/album.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { visitDayProblems } from './http/problems.js';
import { AlbumPages } from './pages/album.controller.js';
import { AlbumView } from './pages/album-view.js';
import { BlurPages } from './pages/blur.controller.js';
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
import { ArrangeAlbum } from './use-cases/arrange-album.js';
import { BlurPhoto } from './use-cases/blur-photo.js';
import { ChangeEntry } from './use-cases/change-entry.js';
import { DayAccess } from './use-cases/day-access.js';
import { KeptPhotos } from './use-cases/kept-photos.js';
import { KeepEntry } from './use-cases/keep-entry.js';
import { RecordEntry } from './use-cases/record-entry.js';
import { MarkAttendance } from './use-cases/mark-attendance.js';
import { NotePhotos, NotesOfVisit } from './use-cases/note-photos.js';
import { PressAlbum } from './use-cases/press-album.js';
import { ReadAlbum } from './use-cases/read-album.js';
import { ReadEntries } from './use-cases/read-entries.js';
import { UploadPhotos } from './use-cases/upload-photos.js';

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
  controllers: [
    EntriesController,
    AlbumController,
    DayPages,
    AlbumPages,
    BlurPages,
    EntryPages,
    UnsentPages,
    DayWorker,
  ],
  providers: [
    AlbumPhotos,
    DayEntries,
    OutgoingEntries,
    AlbumRepository,
    EntryRepository,
    OriginalRepository,
    KeptPhotos,
    NotePhotos,
    NotesOfVisit,
    ReadAlbum,
    ArrangeAlbum,
    BlurPhoto,
    PressAlbum,
    UploadPhotos,
    AlbumView,
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
