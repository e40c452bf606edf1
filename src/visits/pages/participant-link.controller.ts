import { Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { SendLinkAgain } from '../use-cases/send-link-again.js';

/** A new link to a participant's page, where the one that was mailed is lost or has come to others. */
@PageController('kunjungan/:id/peserta/:participantId/tautan')
@Allow(signedIn)
export class ParticipantLinkPages {
  constructor(private readonly again: SendLinkAgain) {}

  @Post()
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.again.execute(actor, id, participantId);
    await seeOther(reply, `/kunjungan/${id}/peserta?info=tautan#peserta-${participantId}`);
  }
}
