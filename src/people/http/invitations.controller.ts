import { Body, Controller, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { InviteMany } from '../use-cases/invite-many.js';
import { InvitationsBody } from './people.dto.js';
import type { InvitedList } from './people.view.js';

/** Several invitations at once. */
@Controller('api/people/invitations')
@Allow(allows('people.manage'))
export class InvitationsController {
  constructor(private readonly invite: InviteMany) {}

  /** Makes the accounts and mails each holder a link: all of them, or none and what is wrong with each. */
  @Post()
  async post(@CurrentActor() actor: Actor, @Body() { people }: InvitationsBody): Promise<InvitedList> {
    return { items: (await this.invite.execute(actor, people)).map((id) => ({ id })) };
  }
}
