import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { feedbackMailSamples } from './domain/mail-samples.js';
import { FeedbackController, VisitFeedbackController } from './http/feedback.controller.js';
import { feedbackProblems } from './http/problems.js';
import { AskForFeedbackJob } from './jobs/ask-for-feedback.job.js';
import { RemindOfFeedbackJob } from './jobs/remind-of-feedback.job.js';
import { TellResultsJob } from './jobs/tell-results.job.js';
import { ShowFeedback } from './pages/show-feedback.js';
import { FeedbackPages, ParticipantFeedbackPages } from './pages/feedback.controller.js';
import { FeedbackSections } from './pages/feedback-sections.js';
import { FeedbackDue } from './queries/feedback-due.js';
import { FindFeedbackForm } from './queries/feedback-form.js';
import { HostRatings } from './queries/host-ratings.js';
import { VisitFeedbackQuery } from './queries/visit-feedback.js';
import { feedbackEntities } from './storage/entities.js';
import { FeedbackReleases } from './storage/feedback-releases.js';
import { FeedbackRepository } from './storage/feedback-repository.js';
import { AskForFeedback } from './use-cases/ask-for-feedback.js';
import { RemindOfFeedback } from './use-cases/remind-of-feedback.js';
import { FeedbackForms } from './use-cases/feedback-forms.js';
import { GiveFeedback } from './use-cases/give-feedback.js';
import { PostFeedbackRequest } from './use-cases/post-feedback.js';
import { ReadFeedback } from './use-cases/read-feedback.js';
import { MailResults, TellResults } from './use-cases/tell-results.js';

@Module({
  imports: [
    EntitiesModule.forFeature(feedbackEntities),
    UnitsModule,
    VisitsModule,
    ProblemsModule.forFeature(feedbackProblems),
    MailSamplesModule.forFeature(feedbackMailSamples),
  ],
  controllers: [FeedbackController, VisitFeedbackController, FeedbackPages, ParticipantFeedbackPages],
  providers: [
    FeedbackDue,
    FindFeedbackForm,
    HostRatings,
    VisitFeedbackQuery,
    FeedbackReleases,
    FeedbackRepository,
    AskForFeedback,
    RemindOfFeedback,
    FeedbackForms,
    GiveFeedback,
    ShowFeedback,
    PostFeedbackRequest,
    ReadFeedback,
    MailResults,
    TellResults,
    AskForFeedbackJob,
    RemindOfFeedbackJob,
    TellResultsJob,
    FeedbackSections,
  ],
  exports: [FeedbackForms, GiveFeedback, HostRatings],
})
export class FeedbackModule {}
