import { Get, Query, Res } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListExports } from '../queries/list-exports.js';
import { ExportExports } from '../use-cases/export-exports.js';
import { ExportsPage } from './exports-page.js';

class ExportsQuery extends PageQuery {
  /** Of whom: the account. */
  @IsOptional()
  @IsUUID()
  orang?: string;
}
class ExportsFileQuery extends exportOf(ExportsQuery) {}

/** Who took which file away. */
@PageController('pengelolaan/unduhan')
@Allow(allows('people.watch-looks'))
export class ExportPages {
  constructor(
    private readonly exports: ListExports,
    private readonly files: ExportExports,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() { orang, cursor, limit }: ExportsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.exports.execute({ person: orang, cursor, limit });
    await html(reply, ExportsPage({ actor, person: orang, cursor, page }));
  }

  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { orang, format }: ExportsFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.files.execute(actor, { person: orang }, format));
  }
}
