import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/index.js';
import { NotesModule } from '../notes/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { summaryMailSamples } from './domain/mail-samples.js';
import { summaryProblems } from './http/problems.js';
import { SummariesController } from './http/summaries.controller.js';
import { ChaseSummariesJob } from './jobs/chase-summaries.job.js';
import { MailSummaryJob } from './jobs/mail-summary.job.js';
import { SummaryPages } from './pages/summary.controller.js';
import { SummaryTasks } from './pages/summary-tasks.js';
import { SummaryNoteTexts } from './pages/summary-note-texts.js';
import { SummaryView } from './pages/summary-view.js';
import { SummarySection } from './pages/summary-section.js';
import { PublishedSummary } from './queries/published-summary.js';
import { SummariesDue } from './queries/summaries-due.js';
import { SummaryWriters } from './queries/summary-writers.js';
import { VisitsWithoutSummary } from './queries/visits-without-summary.js';
import { summariesEntities } from './storage/entities.js';
import { SummaryRepository } from './storage/summary-repository.js';
import { ChaseSummaries, SummaryReminders } from './use-cases/chase-summaries.js';
import { GatherSummary } from './use-cases/gather-summary.js';
import { MailSummary } from './use-cases/mail-summary.js';
import { PublishSummary, RecordSummary } from './use-cases/publish-summary.js';
import { PreviewSummary } from './use-cases/preview-summary.js';
import { ReadSummary } from './use-cases/read-summary.js';
import { SaveSummary } from './use-cases/save-summary.js';
import { SubmitSummary } from './use-cases/submit-summary.js';
import { SummarisedVisits } from './use-cases/summarised-visits.js';
import { SummaryRecipients } from './use-cases/summary-recipients.js';

@Module({
  imports: [
    EntitiesModule.forFeature(summariesEntities),
    UnitsModule,
    VisitsModule,
    NotesModule,
    FollowUpsModule,
    ProblemsModule.forFeature(summaryProblems),
    MailSamplesModule.forFeature(summaryMailSamples),
  ],
  controllers: [SummariesController, SummaryPages],
  providers: [
    PublishedSummary,
    SummariesDue,
    SummaryTasks,
    SummaryNoteTexts,
    SummaryWriters,
    VisitsWithoutSummary,
    SummaryRepository,
    ChaseSummaries,
    SummaryReminders,
    GatherSummary,
    MailSummary,
    PublishSummary,
    RecordSummary,
    ReadSummary,
    PreviewSummary,
    SummaryView,
    SaveSummary,
    SubmitSummary,
    SummarisedVisits,
    SummaryRecipients,
    ChaseSummariesJob,
    MailSummaryJob,
    SummarySection,
  ],
  exports: [PublishSummary, SaveSummary],
})
export class SummariesModule {}
