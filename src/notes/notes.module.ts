import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { noteMailSamples } from './domain/mail-samples.js';
import { NoteAttachmentsController } from './http/note-attachments.controller.js';
import { NoteTalkController } from './http/note-talk.controller.js';
import { NotesController } from './http/notes.controller.js';
import { noteConstraints, noteProblems } from './http/problems.js';
import { NoteListPages } from './pages/note-list.controller.js';
import { MailAnswerJob } from './jobs/mail-answer.job.js';
import { MailQuestionJob } from './jobs/mail-question.job.js';
import { RemindOfReviewsJob } from './jobs/remind-of-reviews.job.js';
import { NoteAttachmentPages } from './pages/note-attachments.controller.js';
import { NoteFormPages } from './pages/note-form.controller.js';
import { NoteParts } from './pages/note-parts.js';
import { NoteRevisionPages } from './pages/note-revisions.controller.js';
import { NoteStepPages } from './pages/note-steps.controller.js';
import { NoteSurroundings } from './pages/note-surroundings.js';
import { NoteUnitPart } from './pages/note-unit-part.js';
import { NoteTalkPages } from './pages/note-talk.controller.js';
import { NoteTasks } from './pages/note-tasks.js';
import { ShowNote } from './pages/show-note.js';
import { NoteVisitPart } from './pages/note-visit-part.js';
import { SynonymPages } from './pages/synonyms.controller.js';
import { SynonymsController } from './http/synonyms.controller.js';
import { NotePages } from './pages/notes.controller.js';
import { FindNotes } from './queries/find-notes.js';
import { FoundNotes } from './queries/found-notes.js';
import { WordStems } from './queries/word-stems.js';
import { DueReviews } from './queries/due-reviews.js';
import { ListNotes } from './queries/list-notes.js';
import { MatchNotes } from './queries/match-notes.js';
import { NoteChoices } from './queries/note-choices.js';
import { NoteContents } from './queries/note-contents.js';
import { NoteFacts } from './queries/note-facts.js';
import { NoteQuestions } from './queries/note-questions.js';
import { NoteRevisions } from './queries/note-revisions.js';
import { NoteVisits } from './queries/note-visits.js';
import { NotedPrograms } from './queries/noted-programs.js';
import { WaitingNotes } from './queries/waiting-notes.js';
import { notesEntities } from './storage/entities.js';
import { NoteAttachmentRepository } from './storage/note-attachment-repository.js';
import { NoteEditingRepository } from './storage/note-editing-repository.js';
import { NoteRepository } from './storage/note-repository.js';
import { NoteRevisionRepository } from './storage/note-revision-repository.js';
import { ReadMeantWords } from './queries/meant-words.js';
import { ReadNoteStatistics } from './queries/note-statistics.js';
import { ReadSearchFacts } from './queries/search-facts.js';
import { SynonymRepository } from './storage/synonym-repository.js';
import { KeepSynonyms } from './use-cases/keep-synonyms.js';
import { LoadSynonyms } from './use-cases/load-synonyms.js';
import { NoteTalkRepository } from './storage/note-talk-repository.js';
import { ExportNotes } from './use-cases/export-notes.js';
import { HandOverNotes } from './use-cases/hand-over-notes.js';
import { ImportVisitTexts } from './use-cases/import-visit-texts.js';
import { TakenPictures } from './use-cases/taken-pictures.js';
import { KeepNoteAttachments, NoteFileStore } from './use-cases/keep-note-attachments.js';
import { MailAboutNotes } from './use-cases/mail-about-notes.js';
import { OpenNoteForm } from './use-cases/open-note-form.js';
import { ReadNoteContents } from './use-cases/read-note-contents.js';
import { ReadNoteRevisions } from './use-cases/read-note-revisions.js';
import { ReadNote } from './use-cases/read-note.js';
import { RemindOfReviews } from './use-cases/remind-of-reviews.js';
import { StoreNote } from './use-cases/store-note.js';
import { TakeNoteStep } from './use-cases/take-note-step.js';
import { TalkAboutNote } from './use-cases/talk-about-note.js';
import { UseNote } from './use-cases/use-note.js';
import { VisitTexts } from './use-cases/visit-texts.js';
import { WriteNote } from './use-cases/write-note.js';

/** Best-practice notes (praktik baik). */
@Module({
  imports: [
    EntitiesModule.forFeature(notesEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    ProblemsModule.forFeature(noteProblems, noteConstraints),
    MailSamplesModule.forFeature(noteMailSamples),
  ],
  controllers: [
    NotesController,
    NoteListPages,
    SynonymPages,
    SynonymsController,
    NoteAttachmentsController,
    NoteTalkController,
    NoteFormPages,
    NotePages,
    NoteStepPages,
    NoteTalkPages,
    NoteAttachmentPages,
    NoteRevisionPages,
  ],
  providers: [
    ExportNotes,
    FindNotes,
    FoundNotes,
    WordStems,
    ListNotes,
    MatchNotes,
    ReadMeantWords,
    ReadNoteStatistics,
    ReadSearchFacts,
    NoteChoices,
    NoteFacts,
    NoteVisits,
    NotedPrograms,
    NoteRepository,
    NoteAttachmentRepository,
    NoteTalkRepository,
    NoteEditingRepository,
    NoteContents,
    NoteRevisions,
    KeepNoteAttachments,
    TakenPictures,
    NoteFileStore,
    OpenNoteForm,
    ReadNoteContents,
    ReadNoteRevisions,
    TalkAboutNote,
    UseNote,
    DueReviews,
    NoteQuestions,
    WaitingNotes,
    NoteTasks,
    MailAboutNotes,
    RemindOfReviews,
    MailQuestionJob,
    MailAnswerJob,
    RemindOfReviewsJob,
    ImportVisitTexts,
    VisitTexts,
    ShowNote,
    NoteRevisionRepository,
    StoreNote,
    TakeNoteStep,
    SynonymRepository,
    LoadSynonyms,
    KeepSynonyms,
    HandOverNotes,
    ReadNote,
    WriteNote,
    NoteParts,
    NoteUnitPart,
    NoteVisitPart,
    NoteSurroundings,
  ],
  exports: [KeepNoteAttachments, LoadSynonyms, NoteFacts, ReadNote, TakenPictures, VisitTexts, WriteNote],
})
export class NotesModule {}
