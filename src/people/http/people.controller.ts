import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { decodeCursor, toPage } from '../../platform/http/cursor.js';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { FindAccount } from '../queries/account-facts.js';
import { ListPeople } from '../queries/list-people.js';
import { ChangePerson } from '../use-cases/change-person.js';
import { InvitePerson } from '../use-cases/invite-person.js';
import { InvitationBody, PeopleQuery, PersonBody } from './people.dto.js';
import { presentPerson } from './people.presenter.js';
import type { PersonPage, PersonView } from './people.view.js';

@Controller('api/people')
@Allow(signedIn)
export class PeopleController {
  constructor(
    private readonly people: ListPeople,
    private readonly accounts: FindAccount,
    private readonly invitePerson: InvitePerson,
    private readonly changePerson: ChangePerson,
  ) {}

  /** The accounts of the own unit, of the region, or all, whichever the actor sees; by name. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { unit, cursor, limit }: PeopleQuery,
  ): Promise<PersonPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['string', 'uuid']);
    const rows = await this.people.execute(actor, { unit: unit ?? null, after, limit });
    return toPage(rows, limit, presentPerson, ({ name, id }) => [name, id]);
  }

  /** Makes an account and mails its holder a link for setting the password. */
  @Post()
  async invite(@CurrentActor() actor: Actor, @Body() body: InvitationBody): Promise<PersonView> {
    const id = await this.invitePerson.execute(actor, body);
    return presentPerson(found(await this.accounts.byId(id)));
  }

  @Patch(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PersonBody,
  ): Promise<PersonView> {
    await this.changePerson.execute(actor, id, body);
    return presentPerson(found(await this.accounts.byId(id)));
  }
}
