import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { AskForParty } from '../use-cases/ask-for-party.js';
import { PartyAnswerBody, PartyRequestBody } from '../use-cases/party.dto.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { presentVisit } from './visit.presenter.js';
import type { VisitView } from './visit.view.js';

@ApiTags('visits')
@Controller('api/visits/:id')
@Allow(signedIn)
export class PartyController {
  constructor(
    private readonly party: AskForParty,
    private readonly read: ReadVisit,
  ) {}

  /** Asks the host's leave to bring more people than it usually receives; for the guest. */
  @Post('party-request')
  @HttpCode(200)
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { partySize, reason = '' }: PartyRequestBody,
  ): Promise<VisitView> {
    await this.party.ask(actor, id, partySize, reason);
    return presentVisit(await this.read.withGuests(actor, id));
  }

  /** Agrees to what the guest asked for, or does not; for the host. */
  @Post('party-answer')
  @HttpCode(200)
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agreed, reason = '' }: PartyAnswerBody,
  ): Promise<VisitView> {
    await this.party.answer(actor, id, agreed, reason);
    return presentVisit(await this.read.withGuests(actor, id));
  }
}
