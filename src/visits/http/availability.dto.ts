import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCode, IsPeriodBound } from '../../platform/http/fields.js';

export class AvailabilityQuery {
  /** A date of the host's calendar, or an instant. */
  @IsPeriodBound()
  from: string;

  /** At most 92 days after `from`; a date counts with its whole day. */
  @IsPeriodBound()
  to: string;

  /** Length of the visit. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(15)
  @Max(1440)
  minutes = 120;

  /** Size of the guest's party. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  party = 1;

  /** The guest unit: with it, only what is free for both, best first. */
  @IsOptional()
  @IsCode()
  guest?: string;
}
