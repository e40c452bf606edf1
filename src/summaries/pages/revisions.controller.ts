import { Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { RevisionNumber } from '../use-cases/revision-number.js';
import { ReadSummary } from '../use-cases/read-summary.js';
import { RevisionPage } from './revisions.js';

/** Summaries as they went out, also those that another took the place of. */
@PageController('kunjungan/:id/ringkasan/revisi')
@Allow(signedIn)
export class RevisionPages {
  constructor(private readonly read: ReadSummary) {}

  @Get(':revision')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('revision', RevisionNumber) revision: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { visit, published } = await this.read.revision(actor, id, revision);
    const { lines } = await this.read.revisions(actor, id);
    await html(reply, RevisionPage({ actor, visit, published, last: lines.at(-1)?.revision ?? revision }));
  }
}
