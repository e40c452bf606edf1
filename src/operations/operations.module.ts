import { Module } from '@nestjs/common';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { Gauges } from './http/gauges.js';
import { JobsController } from './http/jobs.controller.js';
import { MailGauges } from './http/mail-gauges.js';
import { MetricsController } from './http/metrics.controller.js';
import { jobProblems } from './http/problems.js';
import { StoredFilesController } from './http/stored-files.controller.js';
import { DropOldDataJob } from './jobs/drop-old-data.job.js';
import { MoveFilesJob } from './jobs/move-files.job.js';
import { FileParts } from './pages/file-parts.js';
import { JobTasks } from './pages/job-tasks.js';
import { JobPages } from './pages/jobs.controller.js';
import { RetentionPages } from './pages/retention.controller.js';
import { RetentionRuns } from './queries/retention-runs.js';
import { FailedJobs } from './queries/failed-jobs.js';
import { FindFileStanding } from './queries/file-standing.js';
import { OldData } from './storage/old-data.js';
import { UnmovedFiles } from './storage/unmoved-files.js';
import { DropOldData } from './use-cases/drop-old-data.js';
import { MoveFiles } from './use-cases/move-files.js';
import { RedriveJobs } from './use-cases/redrive-jobs.js';

/** Where documents lie, and what moves them there. */
const files = [UnmovedFiles, FindFileStanding, MoveFiles, MoveFilesJob, FileParts];

/** What Sambang does by itself, as its administrator watches it. */
@Module({
  imports: [ProblemsModule.forFeature(jobProblems)],
  controllers: [JobsController, JobPages, MetricsController, RetentionPages, StoredFilesController],
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
    ...files,
  ],
})
export class OperationsModule {}
