import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { sinergiMailSamples } from './domain/mail-samples.js';
import { SinergiFilesController } from './http/sinergi-files.controller.js';
import { SinergiListsController } from './http/sinergi-lists.controller.js';
import { SinergiController } from './http/sinergi.controller.js';
import { FoldFiguresJob } from './jobs/fold-figures.job.js';
import { MailMonthlyReportsJob } from './jobs/mail-monthly-reports.job.js';
import { ReportPages } from './pages/report.controller.js';
import { SinergiFiles } from './pages/sinergi-files.controller.js';
import { SinergiResultPages } from './pages/sinergi-results.controller.js';
import { SinergiResultsController } from './http/sinergi-results.controller.js';
import { SinergiListPages } from './pages/sinergi-lists.controller.js';
import { SinergiPages } from './pages/sinergi.controller.js';
import { AnswerTimes } from './queries/answer-times.js';
import { CopiedPractices } from './queries/copied-practices.js';
import { LearningNetworks } from './queries/learning-network.js';
import { OutcomeCounts } from './queries/outcome-counts.js';
import { ProgramCounts } from './queries/program-counts.js';
import { ScopedFollowUps } from './queries/scoped-follow-ups.js';
import { ScopedNotes } from './queries/scoped-notes.js';
import { ScopedResults } from './queries/scoped-results.js';
import { ScopedReplications } from './queries/scoped-replications.js';
import { ScopedVisits } from './queries/scoped-visits.js';
import { SilentUnits } from './queries/silent-units.js';
import { SinergiChoices } from './queries/sinergi-choices.js';
import { StandingCounts } from './queries/standing-counts.js';
import { UnsummarisedVisits } from './queries/unsummarised-visits.js';
import { VisitCounts } from './queries/visit-counts.js';
import { VisitPairs } from './queries/visit-pairs.js';
import { sinergiEntities } from './storage/entities.js';
import { FigureStore } from './storage/figure-store.js';
import { ReportSubscriptions } from './storage/report-subscriptions.js';
import { ChooseMonthlyReport } from './use-cases/choose-monthly-report.js';
import { ExportSinergi } from './use-cases/export-sinergi.js';
import { KeepFigures } from './use-cases/keep-figures.js';
import { ListSinergiVisits } from './use-cases/list-sinergi-visits.js';
import { MailMonthlyReports } from './use-cases/mail-monthly-reports.js';
import { ReadOutcomeFigures } from './use-cases/read-outcome-figures.js';
import { ReadSinergiFigures } from './use-cases/read-sinergi-figures.js';
import { ReadStandingFigures } from './use-cases/read-standing-figures.js';
import { ReadVisitFigures } from './use-cases/read-visit-figures.js';

/** What a regional office sees: who visits whom, on what, and what came of it. */
@Module({
  imports: [
    EntitiesModule.forFeature(sinergiEntities),
    UnitsModule,
    PeopleModule,
    MailSamplesModule.forFeature(sinergiMailSamples),
  ],
  controllers: [
    SinergiController,
    SinergiFilesController,
    SinergiListsController,
    SinergiPages,
    SinergiListPages,
    SinergiResultPages,
    SinergiResultsController,
    SinergiFiles,
    ReportPages,
  ],
  providers: [
    AnswerTimes,
    ChooseMonthlyReport,
    CopiedPractices,
    ExportSinergi,
    FigureStore,
    FoldFiguresJob,
    KeepFigures,
    LearningNetworks,
    ListSinergiVisits,
    MailMonthlyReports,
    MailMonthlyReportsJob,
    OutcomeCounts,
    ProgramCounts,
    ReadOutcomeFigures,
    ReadSinergiFigures,
    ReadStandingFigures,
    ReadVisitFigures,
    StandingCounts,
    ReportSubscriptions,
    ScopedFollowUps,
    ScopedNotes,
    ScopedReplications,
    ScopedResults,
    ScopedVisits,
    SilentUnits,
    SinergiChoices,
    UnsummarisedVisits,
    VisitCounts,
    VisitPairs,
  ],
})
export class SinergiModule {}
