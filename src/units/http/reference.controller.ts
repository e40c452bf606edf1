import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListReference } from '../queries/list-reference.js';
import { ChangeRegionalOffice } from '../use-cases/change-regional-office.js';
import { ChangeRegionalOfficeBody } from './unit.dto.js';

export class HolidayQuery {
  @IsOptional()
  @Transform(({ value }: { value: string }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

@Controller('api')
@Allow(signedIn)
export class ReferenceController {
  constructor(
    private readonly lists: ListReference,
    private readonly change: ChangeRegionalOffice,
  ) {}

  @Get('regional-offices')
  async regionalOffices(): Promise<{ items: object[] }> {
    return { items: await this.lists.regionalOffices() };
  }

  /** Changes a Kanwil: by its own people or an administrator. */
  @Patch('regional-offices/:code')
  async patchRegionalOffice(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { version, ...change }: ChangeRegionalOfficeBody,
  ): Promise<object> {
    return this.change.execute(actor, code, version, change);
  }

  @Get('programs')
  async programs(): Promise<{ items: object[] }> {
    return { items: await this.lists.programs() };
  }

  @Get('holidays')
  async holidays(@Query() { year }: HolidayQuery): Promise<{ items: object[] }> {
    return { items: await this.lists.holidays(year ?? null) };
  }
}
