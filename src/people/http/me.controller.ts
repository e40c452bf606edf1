import { Body, Controller, Get, Patch } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { FindAccount } from '../queries/account-facts.js';
import { ChangeOwnAccount } from '../use-cases/change-own-account.js';
import { OwnAccountBody } from './people.dto.js';
import { presentAccount } from './people.presenter.js';
import type { AccountView } from './people.view.js';

@Controller('api/me')
@Allow(signedIn)
export class MeController {
  constructor(
    private readonly accounts: FindAccount,
    private readonly changeOwn: ChangeOwnAccount,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor): Promise<AccountView> {
    return presentAccount(found(await this.accounts.byId(actor.personId)));
  }

  @Patch()
  async change(@CurrentActor() actor: Actor, @Body() body: OwnAccountBody): Promise<AccountView> {
    await this.changeOwn.execute(actor, body);
    return presentAccount(found(await this.accounts.byId(actor.personId)));
  }
}
