import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { WritePersonalMessage } from '../use-cases/personal-message.js';
import { ReachParticipants } from '../use-cases/reach-participants.js';
import { ReadReach } from '../use-cases/read-reach.js';
import type { PersonalMessageView, UnreachedList } from './reach.view.js';

@ApiTags('participants')
@Controller('api/visits/:id')
@Allow(signedIn)
export class ReachController {
  constructor(
    private readonly read: ReadReach,
    private readonly reach: ReachParticipants,
    private readonly message: WritePersonalMessage,
  ) {}

  /** Participants who may not have heard of the visit as it stands: without mail, with mail that comes back, silent. */
  @Get('unreached')
  async index(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnreachedList> {
    const { visit, people, isUrgent } = await this.read.execute(actor, id);
    const items = people.map(({ participant, because }) => ({
      participantId: participant.id,
      name: participant.name,
      phone: participant.phone,
      because,
      reachedAt: participant.reachedAt ? toOffsetIso(participant.reachedAt, visit.timeZone) : null,
      reachedBy: participant.reachedByName ?? null,
    }));
    return { urgent: isUrgent, items };
  }

  /** Says that somebody was told otherwise than by mail. */
  @Post('participants/:participantId/reached')
  @HttpCode(204)
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    await this.reach.execute(actor, id, participantId, true);
  }

  /** Takes that back. */
  @Delete('participants/:participantId/reached')
  @HttpCode(204)
  async unmark(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    await this.reach.execute(actor, id, participantId, false);
  }

  /** Writes a message to somebody with a mobile number, with a new link of that person's own. */
  @Post('participants/:participantId/message')
  @HttpCode(200)
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<PersonalMessageView> {
    const { text, href } = await this.message.execute(actor, id, participantId);
    return { text, whatsApp: href };
  }
}
