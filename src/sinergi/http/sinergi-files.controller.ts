import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { RequestError } from '../../platform/http/request-error.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { overRegions, scopeOf } from '../domain/scope.js';
import { ChooseMonthlyReport } from '../use-cases/choose-monthly-report.js';
import { ExportSinergi, type ExportFacts } from '../use-cases/export-sinergi.js';
import { tableNames } from '../use-cases/sinergi-tables.js';
import { MonthlyReportBody, ReportQuery, ScopeQuery, TableQuery } from './sinergi.dto.js';
import type { MonthlyReportView } from './sinergi.view.js';

/** The figures of Sinergi to take away, and the report that a regional office gets each month. */
@ApiTags('sinergi')
@Controller('api/sinergi')
@Allow(overRegions)
export class SinergiFilesController {
  constructor(
    private readonly clock: Clock,
    private readonly exports: ExportSinergi,
    private readonly monthly: ChooseMonthlyReport,
  ) {}

  /** Every table as a sheet (XLSX). */
  @Get('workbook')
  @AnswersFile(exportTypes.xlsx)
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() asked: ScopeQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.workbook(await this.facts(actor, asked)));
  }

  /** One table as CSV in UTF-8 with a byte order mark; as `csv-excel` with semicolons and a decimal comma. */
  @Get('tables/:name')
  @AnswersFile(exportTypes.csv)
  async table(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() { format, ...asked }: TableQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = tableNames.find((each) => each === name);
    if (!known) throw new RequestError('not-found');
    await sendDownload(reply, this.exports.csv(await this.facts(actor, asked), known, format));
  }

  /** The report with charts, as PDF or as a Word document. */
  @Get('report')
  @AnswersFile(exportTypes.pdf, exportTypes.docx)
  async report(
    @CurrentActor() actor: Actor,
    @Query() asked: ReportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.report(await this.facts(actor, asked), asked.format));
  }

  /** Whether the own office gets each month's report by mail; null for somebody of no office. */
  @Get('monthly-report')
  async isMailed(@CurrentActor() actor: Actor): Promise<MonthlyReportView> {
    return { wanted: await this.monthly.isOn(actor) };
  }

  @Put('monthly-report')
  async choose(
    @CurrentActor() actor: Actor,
    @Body() { wanted }: MonthlyReportBody,
  ): Promise<MonthlyReportView> {
    await this.monthly.choose(actor, wanted);
    return { wanted };
  }

  private facts(actor: Actor, asked: ScopeQuery): Promise<ExportFacts> {
    return this.exports.facts(scopeOf(actor, asked, this.clock.now()), actor.timeZone);
  }
}
