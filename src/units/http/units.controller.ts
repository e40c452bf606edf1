import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { minuteOfClock } from '../domain/wall-clock.js';
import { ListUnits } from '../queries/list-units.js';
import { UnitDetails } from '../queries/unit-details.js';
import { ChangeUnit } from '../use-cases/change-unit.js';
import { ChangeUnitBody, UnitListQuery } from './unit.dto.js';
import { presentUnit, presentUnitLine } from './unit.presenter.js';
import type { UnitPage, UnitView } from './unit.view.js';

@ApiTags('units')
@Controller('api/units')
@Allow(signedIn)
export class UnitsController {
  constructor(
    private readonly list: ListUnits,
    private readonly details: UnitDetails,
    private readonly change: ChangeUnit,
    private readonly clock: Clock,
  ) {}

  /** Units by name; with `query`, the best matches first. */
  @Get()
  async index(@Query() filter: UnitListQuery): Promise<UnitPage> {
    const page = await this.list.execute(filter);
    return { items: page.items.map(presentUnitLine), nextCursor: page.nextCursor };
  }

  @Get(':code')
  async show(@Param('code') code: string): Promise<UnitView> {
    return presentUnit(found(await this.details.byCode(code, this.clock.now())));
  }

  /** Changes a unit: its identity by an administrator or its Kanwil, its hosting and contact by its head too. */
  @Patch(':code')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: ChangeUnitBody,
  ): Promise<UnitView> {
    const { version, hostingPolicy, closedDays, email, phone, address, ...identity } = body;
    const windows = hostingPolicy?.windows?.map(({ weekday, startsAt, endsAt }) => ({
      weekday,
      startsMinute: minuteOfClock(startsAt),
      endsMinute: minuteOfClock(endsAt),
    }));
    await this.change.execute(actor, code, version, {
      identity,
      contact: { email, phone, address },
      hostingPolicy: hostingPolicy && { ...hostingPolicy, windows },
      closedDays,
    });
    return this.show(code);
  }
}
