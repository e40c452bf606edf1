import { Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadLineage } from '../use-cases/read-lineage.js';
import { LineagePage } from './lineage-page.js';

/** A practice's way from unit to unit. */
@PageController('praktik-baik/:id/silsilah')
@Allow(signedIn)
export class LineagePages {
  constructor(private readonly lineage: ReadLineage) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, LineagePage({ actor, ...(await this.lineage.execute(actor, id)) }));
  }
}
