import { Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { WritePersonalMessage } from '../use-cases/personal-message.js';
import { ReachParticipants } from '../use-cases/reach-participants.js';
import { PersonalMessagePage } from './personal-message-page.js';

/** Reaching those of a visit who have no mail, or do not answer it. */
@PageController('kunjungan/:id/jangkau/:participantId')
@Allow(signedIn)
export class ReachPages {
  constructor(
    private readonly reach: ReachParticipants,
    private readonly message: WritePersonalMessage,
  ) {}

  /** Writes a message with a link of the person's own: by a press alone, as a page that is opened makes nothing. */
  @Post('pesan')
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const message = await this.message.execute(actor, id, participantId);
    await html(reply, PersonalMessagePage({ actor, message }));
  }

  /** Whoever loads the message's address anew is led back to the list. */
  @Get('pesan')
  async back(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await seeOther(reply, `/kunjungan/${id}#terjangkau`);
  }

  @Post('sudah')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.reach.execute(actor, id, participantId, true);
    await seeOther(reply, `/kunjungan/${id}?info=dihubungi#terjangkau`);
  }

  @Post('belum')
  async unmark(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.reach.execute(actor, id, participantId, false);
    await seeOther(reply, `/kunjungan/${id}?info=belum-dihubungi#terjangkau`);
  }
}
