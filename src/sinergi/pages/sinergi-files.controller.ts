import { Get, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { csvFormats } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { IsText } from '../../platform/http/fields.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { overRegions } from '../domain/scope.js';
import { ExportSinergi, type ExportFacts } from '../use-cases/export-sinergi.js';
import { tableNames } from '../use-cases/sinergi-tables.js';
import { readableScope, SinergiQuery } from './sinergi-query.js';

export class SinergiTableQuery extends SinergiQuery {
  /** Which table; without one, that of states. */
  @IsOptional()
  @IsText(40)
  tabel?: string;

  /** A format of CSV; the plain one, when it is none. */
  @IsOptional()
  @IsText(20)
  format?: string;
}

/** Sinergi's figures to take away, under the filters of the page. */
@PageController('sinergi')
@Allow(overRegions)
export class SinergiFiles {
  constructor(
    private readonly clock: Clock,
    private readonly exports: ExportSinergi,
  ) {}

  @Get('unduh.xlsx')
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.workbook(await this.facts(actor, asked)));
  }

  @Get('unduh.csv')
  async csv(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiTableQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = csvFormats.find((each) => each === asked.format) ?? 'csv';
    const name = tableNames.find((each) => each === asked.tabel) ?? 'keadaan';
    await sendDownload(reply, this.exports.csv(await this.facts(actor, asked), name, format));
  }

  @Get('laporan.pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.report(await this.facts(actor, asked), 'pdf'));
  }

  @Get('laporan.docx')
  async word(
    @CurrentActor() actor: Actor,
    @Query() asked: SinergiQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.report(await this.facts(actor, asked), 'docx'));
  }

  private facts(actor: Actor, asked: SinergiQuery): Promise<ExportFacts> {
    return this.exports.facts(readableScope(actor, asked, this.clock.now()), actor.timeZone);
  }
}
