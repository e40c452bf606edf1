import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListNipLooks } from '../queries/list-nip-looks.js';
import { ExportNipLooks } from '../use-cases/export-nip-looks.js';
import { NipLooksPage } from './nip-looks-page.js';

class NipLooksPageQuery extends PageQuery {}
class NipLooksFileQuery extends exportOf(NipLooksPageQuery) {}

/** Who had whose NIP shown. */
@PageController('pengelolaan/nip')
@Allow(allows('people.watch-looks'))
export class NipLookPages {
  constructor(
    private readonly looks: ListNipLooks,
    private readonly exports: ExportNipLooks,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() { cursor, limit }: NipLooksPageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, NipLooksPage({ actor, cursor, page: await this.looks.execute({ cursor, limit }) }));
  }

  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { format }: NipLooksFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, format));
  }
}
