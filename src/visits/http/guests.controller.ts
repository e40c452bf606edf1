import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AnswerGuestInvitation } from '../use-cases/answer-guest-invitation.js';
import { AskGuests } from '../use-cases/ask-guests.js';
import { GuestBody, GuestReasonBody, JoinBody, TakeBackBody } from '../use-cases/guest.dto.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { presentGuests } from './visit.presenter.js';
import type { VisitGuestList } from './visit.view.js';

/** The organisations that visit together. */
@ApiTags('guests')
@Controller('api/visits/:id/guests')
@Allow(signedIn)
export class GuestsController {
  constructor(
    private readonly ask: AskGuests,
    private readonly answer: AnswerGuestInvitation,
    private readonly read: ReadVisit,
  ) {}

  /** Asks an organisation to join; for the leading guest, and the regional office over it. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GuestBody,
  ): Promise<VisitGuestList> {
    await this.ask.execute(actor, id, body);
    return this.list(actor, id);
  }

  /** Joins with a part of the party; for the people of the organisation that was asked, as are the next two. */
  @Post('join')
  @HttpCode(200)
  async join(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: JoinBody,
  ): Promise<VisitGuestList> {
    await this.answer.execute(actor, id, null, 'join', body);
    return this.list(actor, id);
  }

  /** Does not join. */
  @Post('decline')
  @HttpCode(204)
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GuestReasonBody,
  ): Promise<void> {
    await this.answer.execute(actor, id, null, 'decline', body);
  }

  /** Leaves again what it had joined; its people take part no longer. */
  @Post('leave')
  @HttpCode(204)
  async leave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GuestReasonBody,
  ): Promise<void> {
    await this.answer.execute(actor, id, null, 'leave', body);
  }

  /** Takes an invitation back, answered or not; for those who may ask. */
  @Post(':organisation/take-back')
  @HttpCode(200)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('organisation') organisation: string,
    @Body() body: TakeBackBody,
  ): Promise<VisitGuestList> {
    await this.answer.execute(actor, id, organisation, 'take-back', body);
    return this.list(actor, id);
  }

  private async list(actor: Actor, id: string): Promise<VisitGuestList> {
    const { visit, guests } = await this.read.withGuests(actor, id);
    return { items: presentGuests(guests, visit.partySize) };
  }
}
