import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { ExportVisits } from '../use-cases/export-visits.js';
import { VisitExportQuery } from './visit.dto.js';

@ApiTags('visits')
@Controller('api/visits')
@Allow(signedIn)
export class VisitExportController {
  constructor(private readonly exports: ExportVisits) {}

  /**
   * The visits of the list as a file, 5,000 at the most, with all they say that the caller may know; the file's name
   * says when there are more.
   */
  @Get('export')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { from, to, format, ...filter }: VisitExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const period = {
      from: from === undefined ? undefined : periodStart(from, actor.timeZone),
      to: to === undefined ? undefined : periodEnd(to, actor.timeZone),
    };
    await sendDownload(reply, await this.exports.execute(actor, { ...filter, ...period }, format));
  }
}
