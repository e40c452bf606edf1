import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { kindFields, plainRule, type KindRule } from '../domain/kind-rules.js';
import { unitContactFields, identityFields } from '../domain/unit-fields.js';
import { ListUnits } from '../queries/list-units.js';
import { UnitDetails } from '../queries/unit-details.js';
import { ConfirmPosition } from '../use-cases/confirm-position.js';
import { ChangeUnit } from '../use-cases/change-unit.js';
import { ChangeUnitBody, ConfirmPositionBody, UnitListQuery, type KindRuleBody } from './unit.dto.js';
import { presentUnit, presentUnitLine } from './unit.presenter.js';
import type { UnitPage, UnitView } from './unit.view.js';
import { windowsOf } from './window.dto.js';

@ApiTags('units')
@Controller('api/units')
@Allow(signedIn)
export class UnitsController {
  constructor(
    private readonly list: ListUnits,
    private readonly details: UnitDetails,
    private readonly change: ChangeUnit,
    private readonly position: ConfirmPosition,
    private readonly clock: Clock,
  ) {}

  /** Units by name; with `query`, the best matches first. */
  @Get()
  async index(@Query() filter: UnitListQuery): Promise<UnitPage> {
    const { kind, closed, ...rest } = filter;
    const page = await this.list.execute({ ...rest, kinds: kind && [kind], withClosed: closed ?? false });
    return { items: page.items.map(presentUnitLine), nextCursor: page.nextCursor };
  }

  @Get(':code')
  async show(@Param('code') code: string): Promise<UnitView> {
    return presentUnit(found(await this.details.byCode(code, this.clock.now())));
  }

  /** Confirms that the position of a unit was compared with a map and is right, by its head, its Kanwil or an administrator. */
  @Post(':code/position/confirm')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { version }: ConfirmPositionBody,
  ): Promise<UnitView> {
    await this.position.execute(actor, code, version);
    return this.show(code);
  }

  /** Changes a unit: its identity by an administrator or its Kanwil, its hosting, address and contact by its head too. */
  @Patch(':code')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: ChangeUnitBody,
  ): Promise<UnitView> {
    const { version, hostingPolicy, closedDays, kinds, displaced = [] } = body;
    const windows = hostingPolicy?.windows && windowsOf(hostingPolicy.windows);
    await this.change.execute(actor, code, version, {
      identity: valuesIn(identityFields, body),
      contact: valuesIn(unitContactFields, body),
      hostingPolicy: hostingPolicy && { ...hostingPolicy, windows },
      closedDays,
      kinds: kinds?.map(kindRule),
      displaced,
    });
    return this.show(code);
  }
}

/** A rule as it is given; what is left out is as the policy says. */
function kindRule({ kind, windows = [], ...body }: KindRuleBody): KindRule {
  const given = Object.entries(valuesIn(kindFields, body)).filter(([, value]) => value !== undefined);
  return {
    ...plainRule(kind),
    ...(Object.fromEntries(given) as Partial<KindRule>),
    windows: windowsOf(windows),
  };
}
