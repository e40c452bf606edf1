import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListReference } from '../queries/list-reference.js';
import { ChangeRegionalOffice } from '../use-cases/change-regional-office.js';
import { ChangeRegionalOfficeBody, HolidayQuery } from './unit.dto.js';
import type { ChangedOfficeView, HolidayList, OfficeList, ProgramList } from './unit.view.js';

@Controller('api')
@Allow(signedIn)
export class ReferenceController {
  constructor(
    private readonly lists: ListReference,
    private readonly change: ChangeRegionalOffice,
  ) {}

  @Get('regional-offices')
  async regionalOffices(): Promise<OfficeList> {
    return { items: await this.lists.regionalOffices() };
  }

  /** Changes a Kanwil: by its own people or an administrator. */
  @Patch('regional-offices/:code')
  async patchRegionalOffice(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { version, ...change }: ChangeRegionalOfficeBody,
  ): Promise<ChangedOfficeView> {
    return this.change.execute(actor, code, version, change);
  }

  @Get('programs')
  async programs(): Promise<ProgramList> {
    return { items: await this.lists.programs() };
  }

  @Get('holidays')
  async holidays(@Query() { year }: HolidayQuery): Promise<HolidayList> {
    return { items: await this.lists.holidays(year ?? null) };
  }
}
