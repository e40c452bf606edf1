import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { AskAddress } from '../use-cases/ask-address.js';
import { TakeAddress } from '../use-cases/take-address.js';
import { AddressBody } from './people.dto.js';

/** Addresses of accounts: asked for, and confirmed by the link that the new one is sent. */
@Controller('api')
export class AddressesController {
  constructor(
    private readonly ask: AskAddress,
    private readonly take: TakeAddress,
  ) {}

  /** Mails a link to the new address of the own account, and tells the old one. */
  @Post('me/address')
  @Allow(signedIn)
  @HttpCode(202)
  async askOwn(@CurrentActor() actor: Actor, @Body() { email }: AddressBody): Promise<void> {
    await this.ask.execute(actor, actor.personId, email);
  }

  /** The same for an account that the caller looks after. */
  @Post('people/:id/address')
  @Allow(allows('people.manage'))
  @HttpCode(202)
  async askFor(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { email }: AddressBody,
  ): Promise<void> {
    await this.ask.execute(actor, id, email);
  }

  /** Says yes by the link; answers, feeds, tokens and authorship stay. */
  @Post('address-changes/:token')
  @Public('the owner of a mailbox shows it by the link that was mailed there')
  @HttpCode(204)
  async confirm(@Param('token') token: string): Promise<void> {
    await this.take.execute(token);
  }
}
