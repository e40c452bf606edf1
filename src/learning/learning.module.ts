import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { learningMailSamples } from './domain/mail-samples.js';
import { LearningController } from './http/learning.controller.js';
import { learningProblems } from './http/problems.js';
import { AskWhatIsDoneJob } from './jobs/ask-what-is-done.job.js';
import { LearningPages } from './pages/learning.controller.js';
import { LearningSection } from './pages/learning-section.js';
import { LearningAnswers } from './queries/learning-answers.js';
import { LearningDue } from './queries/learning-due.js';
import { FindLearningForm } from './queries/learning-form.js';
import { learningEntities } from './storage/entities.js';
import { LearningChecks } from './storage/learning-checks.js';
import { AnswerWhatIsDone } from './use-cases/answer-what-is-done.js';
import { AskWhatIsDone, PostLearningMail } from './use-cases/ask-what-is-done.js';

/** What is done of what was learned: asked by mail some days after a visit, answered by a link. */
@Module({
  imports: [
    EntitiesModule.forFeature(learningEntities),
    UnitsModule,
    VisitsModule,
    ProblemsModule.forFeature(learningProblems),
    MailSamplesModule.forFeature(learningMailSamples),
  ],
  controllers: [LearningController, LearningPages],
  providers: [
    LearningAnswers,
    LearningDue,
    FindLearningForm,
    LearningChecks,
    AskWhatIsDone,
    PostLearningMail,
    AnswerWhatIsDone,
    AskWhatIsDoneJob,
    LearningSection,
  ],
})
export class LearningModule {}
