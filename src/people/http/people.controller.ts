import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { found } from '../../platform/http/request-error.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { FindAccount } from '../queries/account-facts.js';
import { ListPeople } from '../queries/list-people.js';
import { ChangePerson } from '../use-cases/change-person.js';
import { ExportPeople } from '../use-cases/export-people.js';
import { InvitePerson } from '../use-cases/invite-person.js';
import { successorsOf } from './handover.dto.js';
import { InvitationBody, PeopleExportQuery, PeopleQuery, PersonBody } from './people.dto.js';
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
    private readonly exports: ExportPeople,
  ) {}

  /** The accounts of the own unit, of the region, or all, whichever the actor sees; by name. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { unit, cursor, limit }: PeopleQuery,
  ): Promise<PersonPage> {
    const page = await this.people.execute(actor, { unit: unit ?? null, cursor, limit });
    return { ...page, items: page.items.map(presentPerson) };
  }

  /** The same accounts as a file, 5,000 at the most; the file's name says when there are more. */
  @Get('export')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { unit, format }: PeopleExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, { unit: unit ?? null }, format));
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
    const { handover, ...change } = body;
    await this.changePerson.execute(actor, id, {
      ...change,
      ...(handover ? { successors: successorsOf(handover) } : {}),
    });
    return presentPerson(found(await this.accounts.byId(id)));
  }
}
