import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { Gauges } from './http/gauges.js';
import { JobsController } from './http/jobs.controller.js';
import { MailGauges } from './http/mail-gauges.js';
import { MetricsController } from './http/metrics.controller.js';
import { jobProblems } from './http/problems.js';
import { DropOldDataJob } from './jobs/drop-old-data.job.js';
import { JobTasks } from './pages/job-tasks.js';
import { JobPages } from './pages/jobs.controller.js';
import { RetentionPages } from './pages/retention.controller.js';
import { RetentionRuns } from './queries/retention-runs.js';
import { FailedJobs } from './queries/failed-jobs.js';
import { OldData } from './storage/old-data.js';
import { DropOldData } from './use-cases/drop-old-data.js';
import { RedriveJobs } from './use-cases/redrive-jobs.js';

/** What Sambang does by itself, as its administrator watches it. */
@Module({
  imports: [ProblemsModule.forFeature(jobProblems)],
  controllers: [JobsController, JobPages, RetentionPages, MetricsController],
  providers: [
    RetentionRuns,
    FailedJobs,
    RedriveJobs,
    JobTasks,
    Gauges,
    MailGauges,
    OldData,
    DropOldData,
    DropOldDataJob,
  ],
})
export class OperationsModule {}
