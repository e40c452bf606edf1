import { Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListErasures } from '../queries/list-erasures.js';
import { ErasureFilesPage } from './erasure-files-page.js';

/** Most files that are named. */
const MOST = 200;

/** The files into which no search looked: scans and photos, for the units to decide. */
@PageController('pengelolaan/data-pribadi/:id')
@Allow(allows('people.answer-for-data'))
export class ErasureFilePages {
  constructor(private readonly erasures: ListErasures) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, ErasureFilesPage({ actor, files: await this.erasures.filesOf(id, MOST) }));
  }
}
