import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { JobCounts } from '../../platform/jobs/job-counts.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { FailedJobs } from '../queries/failed-jobs.js';
import { RedriveJobs } from '../use-cases/redrive-jobs.js';
import { FailedJobsQuery } from '../queries/failed-jobs-query.dto.js';
import { presentFailedJob, presentJobCount } from './jobs.presenter.js';
import type { FailedJobPage, JobCountList, RunAgainView } from './jobs.view.js';

@Controller('api/jobs')
@Allow(allows('system.watch'))
export class JobsController {
  constructor(
    private readonly counts: JobCounts,
    private readonly failed: FailedJobs,
    private readonly redrive: RedriveJobs,
  ) {}

  /** How many jobs of each name wait, run and failed, and how long the oldest has been due. */
  @Get()
  async count(): Promise<JobCountList> {
    return { items: (await this.counts.execute()).map(presentJobCount) };
  }

  /** The jobs that failed at their last try, the latest first. */
  @Get('failed')
  async list(@Query() query: FailedJobsQuery): Promise<FailedJobPage> {
    const { items, nextCursor } = await this.failed.execute(query);
    return { items: items.map(presentFailedJob), nextCursor };
  }

  /** Runs a failed job again, with all its tries before it. */
  @Post('failed/:id/run-again')
  @HttpCode(204)
  async runAgain(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.redrive.runAgain(actor, id);
  }

  /** Throws a failed job away for good. */
  @Delete('failed/:id')
  @HttpCode(204)
  async discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.redrive.discard(actor, id);
  }

  /** Runs all failed jobs of one name again; `count` says how many. */
  @Post(':name/run-failed-again')
  @HttpCode(200)
  async runAllAgain(@CurrentActor() actor: Actor, @Param('name') name: string): Promise<RunAgainView> {
    return { count: await this.redrive.runAllAgain(actor, name) };
  }
}
