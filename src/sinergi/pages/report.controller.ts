import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { IsText } from '../../platform/http/fields.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { overRegions } from '../domain/scope.js';
import { SinergiChoices } from '../queries/sinergi-choices.js';
import { ChooseMonthlyReport } from '../use-cases/choose-monthly-report.js';
import { ReportPage } from './report-page.js';
import { askedScope, SinergiQuery } from './sinergi-query.js';

export class ReportPageQuery extends SinergiQuery {
  /** What was done before: `disimpan`. */
  @IsOptional()
  @IsText(20)
  hasil?: string;
}

export class MonthlyReportForm {
  @IsIn(['ya', 'tidak'])
  kirim!: string;
}

@PageController('sinergi/laporan')
@Allow(overRegions)
export class ReportPages {
  constructor(
    private readonly clock: Clock,
    private readonly choices: SinergiChoices,
    private readonly monthly: ChooseMonthlyReport,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() asked: ReportPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = askedScope(actor, asked, this.clock.now());
    const choices = await this.choices.execute();
    const isMailed = await this.monthly.isOn(actor);
    const notice = asked.hasil === 'disimpan' ? 'Pilihan laporan bulanan disimpan.' : undefined;
    await html(reply, ReportPage({ actor, scope, choices, isMailed, notice }));
  }

  @Post('bulanan')
  async choose(
    @CurrentActor() actor: Actor,
    @Body() { kirim }: MonthlyReportForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.monthly.choose(actor, kirim === 'ya');
    await seeOther(reply, '/sinergi/laporan?hasil=disimpan');
  }
}
