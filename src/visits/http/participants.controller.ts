import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ChangeParticipants } from '../use-cases/change-participants.js';
import { ConfirmAddress } from '../use-cases/confirm-address.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { SendLinkAgain } from '../use-cases/send-link-again.js';
import { ParticipantBody, ParticipantPatch, UnitInvitationBody } from '../use-cases/participant.dto.js';
import { presentParticipant } from './visit.presenter.js';
import type { ParticipantList, ParticipantView } from './visit.view.js';

@ApiTags('participants')
@Controller('api/visits/:id/participants')
@Allow(signedIn)
export class ParticipantsController {
  constructor(
    private readonly read: ReadVisit,
    private readonly change: ChangeParticipants,
    private readonly confirm: ConfirmAddress,
    private readonly again: SendLinkAgain,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ParticipantList> {
    const { visit, participants } = await this.read.withParticipants(actor, id);
    return { items: participants.map((participant) => presentParticipant(participant, visit.timeZone)) };
  }

  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ParticipantBody,
  ): Promise<ParticipantView> {
    const participant = await this.change.add(actor, id, body);
    const [shown] = await this.shown(actor, id, [participant]);
    return found(shown);
  }

  /** Invites everybody who works at a unit and is not there yet. */
  @Post('unit')
  async postUnit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { unit, side }: UnitInvitationBody,
  ): Promise<ParticipantList> {
    const added = await this.change.addUnit(actor, id, unit, side);
    return { items: await this.shown(actor, id, added) };
  }

  @Patch(':participantId')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() body: ParticipantPatch,
  ): Promise<ParticipantView> {
    const participant = await this.change.change(actor, id, participantId, body);
    const [shown] = await this.shown(actor, id, [participant]);
    return found(shown);
  }

  /** Says that the address is right, so that nobody is asked any more to look at it. */
  @Delete(':participantId/mail-problem')
  @HttpCode(204)
  async confirmAddress(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    await this.confirm.execute(actor, id, participantId);
  }

  /** Mails a new link to the participant's own page; those that were sent before, and their feeds, end. */
  @Post(':participantId/link')
  @HttpCode(204)
  async sendLink(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    await this.again.execute(actor, id, participantId);
  }

  @Delete(':participantId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<void> {
    await this.change.remove(actor, id, participantId);
  }

  /** Some of the participants as the caller may see them. */
  private async shown(actor: Actor, id: string, some: readonly { id: string }[]): Promise<ParticipantView[]> {
    const { visit, participants } = await this.read.withParticipants(actor, id);
    const ids = new Set(some.map((participant) => participant.id));
    return participants
      .filter((participant) => ids.has(participant.id))
      .map((participant) => presentParticipant(participant, visit.timeZone));
  }
}
