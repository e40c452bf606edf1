import { Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { JobCounts } from '../../platform/jobs/job-counts.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { FailedJobsQuery } from '../queries/failed-jobs-query.dto.js';
import { FailedJobs } from '../queries/failed-jobs.js';
import { RedriveJobs } from '../use-cases/redrive-jobs.js';
import { JOBS_PATH } from './job-words.js';
import { JobsPage } from './jobs-page.js';

class JobsPageQuery extends FailedJobsQuery {
  /** What was just done. */
  @IsOptional()
  info?: unknown;
}

/** The jobs as the administrator reads them and runs them again. */
@PageController('pengelolaan/pekerjaan')
@Allow(allows('system.watch'))
export class JobPages {
  constructor(
    private readonly counts: JobCounts,
    private readonly failed: FailedJobs,
    private readonly redrive: RedriveJobs,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: JobsPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, cursor, info } = query;
    const failed = await this.failed.execute(query);
    const counts = await this.counts.execute();
    await html(reply, JobsPage({ actor, counts, failed, chosen: { name, cursor }, info }));
  }

  @Post('gagal/:id/jalankan')
  async runAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.redrive.runAgain(actor, id);
    await seeOther(reply, `${JOBS_PATH}?info=dijalankan`);
  }

  @Post('gagal/:id/buang')
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.redrive.discard(actor, id);
    await seeOther(reply, `${JOBS_PATH}?info=dibuang`);
  }

  @Post(':name/jalankan-semua')
  async runAllAgain(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.redrive.runAllAgain(actor, name);
    await seeOther(reply, `${JOBS_PATH}?info=dijalankan`);
  }
}
