import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { mayManage, maySee } from '../domain/policies.js';
import { FindAccount, type AccountFacts } from '../queries/account-facts.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import { PlaceChoices } from '../queries/place-choices.js';
import { ReadHangs } from '../use-cases/read-hangs.js';
import { PersonPage, type PersonPageProps } from './person-page.js';

/** Gathers what the page of somebody's account shows to who looks after it. */
@Injectable()
export class ShowPerson {
  constructor(
    private readonly accounts: FindAccount,
    private readonly places: PlaceChoices,
    private readonly tokens: ListApiTokens,
    private readonly hangs: ReadHangs,
  ) {}

  /** @throws RequestError `not-found` also for who may not see the account */
  async visible(actor: Actor, id: string): Promise<AccountFacts> {
    const person = await this.accounts.byId(id);
    return found(person && maySee(actor, person) ? person : null);
  }

  /** @throws RequestError `not-found`; `not-allowed` for who may not look after the account */
  async managed(actor: Actor, id: string): Promise<AccountFacts> {
    const person = found(await this.accounts.byId(id));
    if (!mayManage(actor, person)) throw new RequestError('not-allowed');
    return person;
  }

  async page(actor: Actor, person: AccountFacts, more: Partial<PersonPageProps>): Promise<VNode> {
    const places = await this.places.execute(actor);
    const tokens = can(actor, 'people.keep-tokens') ? await this.tokens.execute(person.id) : [];
    const hangs = mayManage(actor, person) ? await this.hangs.execute(actor, person.id) : null;
    return PersonPage({ actor, person, places, tokens, hangs, faults: null, ...more });
  }
}
