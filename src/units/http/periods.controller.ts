import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import type { PeriodTerms } from '../domain/hosting-period.js';
import { ListPeriods, type PeriodLine } from '../queries/list-periods.js';
import { KeepPeriods } from '../use-cases/keep-periods.js';
import { ChangePeriodBody, NewPeriodBody, PeriodListQuery, RemovePeriodQuery } from './period.dto.js';
import type { KeptPeriodView, PeriodList } from './period.view.js';
import { presentWindows, windowsOf } from './window.dto.js';

const termsOf = (body: NewPeriodBody | ChangePeriodBody): PeriodTerms => {
  const { name, from, until, closed = false, windows = [] } = body;
  return { name, from, until, closed, windows: windowsOf(windows) };
};

const presentKept = ({
  id,
  unit,
  name,
  from,
  until,
  closed,
  windows,
  version,
}: PeriodLine): KeptPeriodView => ({
  id,
  unit,
  name,
  from,
  until,
  closed,
  windows: presentWindows(windows),
  version,
});

@ApiTags('units')
@Controller('api/hosting-periods')
@Allow(signedIn)
export class PeriodsController {
  constructor(
    private readonly lists: ListPeriods,
    private readonly keep: KeepPeriods,
  ) {}

  /** Periods with other hours: those of every unit, and with `unit` that unit's own. */
  @Get()
  async index(@Query() { unit }: PeriodListQuery): Promise<PeriodList> {
    return { items: (await this.lists.of(unit ?? null)).map(presentKept) };
  }

  /** Adds a period: of a unit by its head, its Kanwil or an administrator; of every unit by an administrator. */
  @Post()
  async add(@CurrentActor() actor: Actor, @Body() body: NewPeriodBody): Promise<KeptPeriodView> {
    const id = await this.keep.add(actor, body.unit ?? null, termsOf(body), body.displaced ?? []);
    return this.show(id);
  }

  @Put(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangePeriodBody,
  ): Promise<KeptPeriodView> {
    await this.keep.change(actor, { id, version: body.version }, termsOf(body), body.displaced ?? []);
    return this.show(id);
  }

  /** Removes a period: the hours that hold without it hold again. */
  @Delete(':id')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version, displaced = [] }: RemovePeriodQuery,
  ): Promise<void> {
    await this.keep.remove(actor, { id, version }, displaced);
  }

  private async show(id: string): Promise<KeptPeriodView> {
    return presentKept(found(await this.lists.byId(id)));
  }
}
