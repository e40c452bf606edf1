import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCode, IsPeriodBound } from '../../platform/http/fields.js';
import { visitModes, type VisitMode } from '../domain/visit-mode.js';
import { visitKinds, type VisitKind } from '../domain/reference.js';

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

  /** The kind of visit, for which the host may have rules of its own. */
  @ApiPropertyOptional({ enum: visitKinds, enumName: 'VisitKind' })
  @IsOptional()
  @IsIn(visitKinds)
  kind?: VisitKind;

  /** How guests and host would meet; for an online visit no place of the host has to be free, unless it wants it so. */
  @ApiPropertyOptional({ enum: Object.keys(visitModes), enumName: 'VisitMode' })
  @IsOptional()
  @IsIn(Object.keys(visitModes))
  mode?: VisitMode;

  /** The guest unit: with it, only what is free for both, best first. */
  @IsOptional()
  @IsCode()
  guest?: string;
}
