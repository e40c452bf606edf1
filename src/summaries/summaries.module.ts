import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { NotesModule } from '../notes/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitDaysModule } from '../visit-days/index.js';
import { VisitsModule } from '../visits/index.js';
import { summaryMailSamples } from './domain/mail-samples.js';
import { summaryConstraints, summaryProblems } from './http/problems.js';
import { SummariesController } from './http/summaries.controller.js';
import { ChaseSummariesJob } from './jobs/chase-summaries.job.js';
import { MailSummaryJob } from './jobs/mail-summary.job.js';
import { RevisionPages } from './pages/revisions.controller.js';
import { SummaryPages } from './pages/summary.controller.js';
import { SummaryTasks } from './pages/summary-tasks.js';
import { SummaryNoteTexts } from './pages/summary-note-texts.js';
import { ShowSummary } from './pages/show-summary.js';
import { SummarySection } from './pages/summary-section.js';
import { FindKnownFacts } from './queries/known-facts.js';
import { PublishedSummary } from './queries/published-summary.js';
import { RecordedSince } from './queries/recorded-since.js';
import { FindRevisionNews } from './queries/revision-news.js';
import { TellContent } from './queries/tell-content.js';
import { SummariesDue } from './queries/summaries-due.js';
import { SummaryWriters } from './queries/summary-writers.js';
import { VisitsWithoutSummary } from './queries/visits-without-summary.js';
import { summariesEntities } from './storage/entities.js';
import { SummaryRepository } from './storage/summary-repository.js';
import { ChaseSummaries, SummaryReminders } from './use-cases/chase-summaries.js';
import { GatherFacts, GatherLearning, GatherPromises, GatherSummary } from './use-cases/gather-summary.js';
import { HandOverSummaries } from './use-cases/hand-over-summaries.js';
import { MailSummary } from './use-cases/mail-summary.js';
import { PublishSummary, RecordSummary } from './use-cases/publish-summary.js';
import { PreviewSummary } from './use-cases/preview-summary.js';
import { ReadSummary } from './use-cases/read-summary.js';
import { KeepRecordedSummary } from './use-cases/keep-recorded-summary.js';
import { SaveSummary } from './use-cases/save-summary.js';
import { ChooseEntries } from './use-cases/choose-entries.js';
import { SubmitSummary } from './use-cases/submit-summary.js';
import { SummarisedVisits } from './use-cases/summarised-visits.js';
import { SummaryRecipients } from './use-cases/summary-recipients.js';

@Module({
  imports: [
    EntitiesModule.forFeature(summariesEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    AgendasModule,
    NotesModule,
    FollowUpsModule,
    VisitDaysModule,
    ProblemsModule.forFeature(summaryProblems, summaryConstraints),
    MailSamplesModule.forFeature(summaryMailSamples),
  ],
  controllers: [SummariesController, RevisionPages, SummaryPages],
  providers: [
    PublishedSummary,
    RecordedSince,
    SummariesDue,
    SummaryTasks,
    SummaryNoteTexts,
    SummaryWriters,
    VisitsWithoutSummary,
    SummaryRepository,
    ChaseSummaries,
    SummaryReminders,
    GatherSummary,
    GatherLearning,
    GatherFacts,
    GatherPromises,
    FindKnownFacts,
    FindRevisionNews,
    TellContent,
    ChooseEntries,
    HandOverSummaries,
    MailSummary,
    PublishSummary,
    RecordSummary,
    ReadSummary,
    PreviewSummary,
    ShowSummary,
    KeepRecordedSummary,
    SaveSummary,
    SubmitSummary,
    SummarisedVisits,
    SummaryRecipients,
    ChaseSummariesJob,
    MailSummaryJob,
    SummarySection,
  ],
  exports: [PublishedSummary, KeepRecordedSummary, PublishSummary, SaveSummary],
})
export class SummariesModule {}
