import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import type { GivenUnitChange } from '../domain/unit-change.js';
import { writesChanges } from '../domain/unit-change-policies.js';
import { ListUnitChanges } from '../queries/list-unit-changes.js';
import { DecideUnitChange } from '../use-cases/decide-unit-change.js';
import { MakeUnitChange } from '../use-cases/make-unit-change.js';
import { ReadUnitChange } from '../use-cases/read-unit-change.js';
import {
  DecideUnitChangeBody,
  NewUnitChangeBody,
  UnitChangeListQuery,
  WithdrawUnitChangeBody,
} from './unit-change.dto.js';
import { presentChange, presentChangeLine } from './unit-change.presenter.js';
import type { UnitChangePage, UnitChangeView } from './unit-change.view.js';

/** A change as it is given; what is left out is not said. */
const changeOf = ({ seen: _, opens = [], ...body }: NewUnitChangeBody): GivenUnitChange => ({
  kind: body.kind,
  effectiveOn: body.effectiveOn,
  unit: body.unit ?? null,
  successor: body.successor ?? null,
  name: body.name ?? null,
  type: body.type ?? null,
  class: body.class,
  opens: opens.map((unit) => ({ ...unit, class: unit.class ?? null })),
  endsOrigin: body.endsOrigin ?? false,
  callsOff: body.callsOff ?? false,
  movesPeople: body.movesPeople ?? false,
  decree: body.decree ?? '',
  reason: body.reason,
});

@ApiTags('unit-changes')
@Controller('api/unit-changes')
@Allow(writesChanges)
export class UnitChangesController {
  constructor(
    private readonly list: ListUnitChanges,
    private readonly make: MakeUnitChange,
    private readonly decide: DecideUnitChange,
    private readonly read: ReadUnitChange,
  ) {}

  /** Changes of units, the latest first: those of the own region, an administrator's all. */
  @Get()
  async index(@CurrentActor() actor: Actor, @Query() filter: UnitChangeListQuery): Promise<UnitChangePage> {
    const { items, nextCursor } = await this.list.execute(actor, filter);
    return { items: items.map(presentChangeLine), nextCursor };
  }

  /** Makes a change of units, by an administrator; a Kanwil proposes it for its region. */
  @Post()
  async post(@CurrentActor() actor: Actor, @Body() body: NewUnitChangeBody): Promise<UnitChangeView> {
    return this.show(actor, await this.make.execute(actor, changeOf(body), body.seen ?? []));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnitChangeView> {
    return presentChange(await this.read.execute(actor, id));
  }

  /** Accepts or refuses what a Kanwil proposed; 409 where it was decided meanwhile. */
  @Post(':id/decision')
  @HttpCode(200)
  async decision(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { accept, version, reason = '', seen = [] }: DecideUnitChangeBody,
  ): Promise<UnitChangeView> {
    await this.decide.execute(actor, id, { verb: accept ? 'accept' : 'refuse', version, reason, seen });
    return this.show(actor, id);
  }

  /** Takes back what is not carried out yet: its Kanwil a proposal, an administrator also what was decided. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, reason = '' }: WithdrawUnitChangeBody,
  ): Promise<UnitChangeView> {
    await this.decide.execute(actor, id, { verb: 'withdraw', version, reason, seen: [] });
    return this.show(actor, id);
  }
}
