import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Min,
} from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut, IsListOf } from '../../platform/http/fields.js';
import { LONGEST_PERIOD_NAME } from '../domain/hosting-period.js';
import { HostingWindowBody } from './window.dto.js';

export class PeriodListQuery {
  /** Code of a unit whose own periods are told, too. */
  @IsOptional()
  @IsCode()
  unit?: string;
}

class PeriodBody {
  @IsText(LONGEST_PERIOD_NAME)
  @IsNotEmpty()
  name: string;

  /** First date, by the unit's own calendar. */
  @IsCalendarDate()
  from: string;

  /** Last date, itself inside. */
  @IsCalendarDate()
  until: string;

  /** Whether nobody is received, whatever the hours say. */
  @MayBeLeftOut()
  @IsBoolean()
  closed?: boolean;

  /** Hours by weekday in place of the ordinary ones. */
  @MayBeLeftOut()
  @IsListOf(() => HostingWindowBody, 70)
  windows?: HostingWindowBody[];

  /** Ids of the agreed visits that the caller has seen this would displace, as at units. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  displaced?: string[];
}

export class NewPeriodBody extends PeriodBody {
  /** Code of the unit; left out or null for every unit, by administrators. */
  @IsOptional()
  @IsCode()
  unit?: string | null;
}

export class ChangePeriodBody extends PeriodBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class RemovePeriodQuery {
  /** The version the caller saw. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  /** Ids of the displaced visits that the caller has seen, with commas between them. */
  @MayBeLeftOut()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  displaced?: string[];
}
