import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { FindAccount } from '../queries/account-facts.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import type { NewApiToken } from '../use-cases/api-tokens.js';
import { AccountPage, type Refused } from './account-page.js';

/** Gathers what the page of the own account shows. */
@Injectable()
export class ShowAccount {
  constructor(
    private readonly accounts: FindAccount,
    private readonly live: ListApiTokens,
  ) {}

  async page(
    actor: Actor,
    more: { notice?: string | undefined; fresh?: NewApiToken; refused?: Refused },
  ): Promise<VNode> {
    const account = found(await this.accounts.byId(actor.personId));
    const tokens = await this.live.execute(actor.personId);
    return AccountPage({ actor, account, tokens, ...more });
  }
}
