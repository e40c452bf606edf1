import { Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ConfirmAddress } from '../use-cases/confirm-address.js';

/** Ends the warning about a participant's address that mail did not reach. */
@PageController('kunjungan/:id/peserta/:participantId/alamat-benar')
@Allow(signedIn)
export class ParticipantAddressPages {
  constructor(private readonly confirm: ConfirmAddress) {}

  @Post()
  async execute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.confirm.execute(actor, id, participantId);
    await seeOther(reply, `/kunjungan/${id}`);
  }
}
