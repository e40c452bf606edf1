import { Controller, Get, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Allow } from '../../platform/security/access.js';
import { signedIn } from '../../platform/security/actor.js';
import { ListReference } from '../queries/list-reference.js';

export class HolidayQuery {
  @IsOptional()
  @Transform(({ value }: { value: string }) => Number(value))
  @IsInt()
  @Min(1945)
  @Max(9999)
  year?: number;
}

@Controller('api')
@Allow(signedIn)
export class ReferenceController {
  constructor(private readonly lists: ListReference) {}

  @Get('regional-offices')
  async regionalOffices(): Promise<{ items: object[] }> {
    return { items: await this.lists.regionalOffices() };
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
