import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { organisationFields } from '../domain/organisation-fields.js';
import { kindsWith } from '../domain/organisation-kinds.js';
import { ListUnits, type UnitLine } from '../queries/list-units.js';
import { Organisations, type OrganisationFact } from '../queries/organisations.js';
import { KeepOrganisations } from '../use-cases/keep-organisations.js';
import { MergePartners } from '../use-cases/merge-partners.js';
import {
  ChangeOrganisationBody,
  MergeBody,
  MergeQuery,
  NewOrganisationBody,
  OrganisationListQuery,
} from './organisation.dto.js';
import type {
  HeldList,
  OrganisationLineView,
  OrganisationPage,
  OrganisationView,
} from './organisation.view.js';

const lineOf = ({
  code,
  name,
  kind,
  place,
  timeZone,
}: UnitLine | OrganisationFact): OrganisationLineView => ({
  ...{ code, name, kind, place, timeZone },
});

/** Organisations that take part in visits and are no UPT: directorates and outside partners. */
@ApiTags('organisations')
@Controller('api/organisations')
@Allow(signedIn)
export class OrganisationsController {
  constructor(
    private readonly list: ListUnits,
    private readonly organisations: Organisations,
    private readonly keep: KeepOrganisations,
    private readonly merging: MergePartners,
  ) {}

  /** By name; with `query`, the best matches first. */
  @Get()
  async index(@Query() { kind, ...filter }: OrganisationListQuery): Promise<OrganisationPage> {
    const page = await this.list.execute({ ...filter, kinds: kind ? [kind] : kindsWith('isKept') });
    return { items: page.items.map(lineOf), nextCursor: page.nextCursor };
  }

  /** One that was put together with another is answered as that one. */
  @Get(':code')
  async show(@Param('code') code: string): Promise<OrganisationView> {
    const current = await this.organisations.currentCode(code);
    const row = found(await this.organisations.byCode(current));
    const { aliases, email, phone, address, version } = row;
    return { ...lineOf(row), aliases, email, phone, address, version };
  }

  /** Writes one down; for administrators, as are all changes. */
  @Post()
  @Allow(allows('reference.keep'))
  async add(@CurrentActor() actor: Actor, @Body() body: NewOrganisationBody): Promise<OrganisationView> {
    const { kind, timeZone, name, place = '', aliases = [] } = body;
    const { email = null, phone = null, address = null } = body;
    const contact = { email, phone, address };
    return this.show(await this.keep.add(actor, { kind, timeZone, name, place, aliases, ...contact }));
  }

  @Patch(':code')
  @Allow(allows('reference.keep'))
  async change(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: ChangeOrganisationBody,
  ): Promise<OrganisationView> {
    const { version, timeZone } = body;
    await this.keep.change(actor, code, version, { ...valuesIn(organisationFields, body), timeZone });
    return this.show(code);
  }

  /** What putting a partner together with another would move; nothing is changed. */
  @Get(':code/merge')
  @Allow(allows('reference.keep'))
  async preview(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() { into }: MergeQuery,
  ): Promise<HeldList> {
    const { held } = await this.merging.preview(actor, code, into);
    return { items: held.map(({ name, count }) => ({ name, count })) };
  }

  /** Puts a partner together with another, which stays and is found by the names of both. */
  @Post(':code/merge')
  @HttpCode(200)
  @Allow(allows('reference.keep'))
  async merge(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { into, version }: MergeBody,
  ): Promise<OrganisationView> {
    await this.merging.execute(actor, code, into, version);
    return this.show(into);
  }
}
