import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IsCalendarDate,
  IsCode,
  IsMailAddress,
  IsPhone,
  IsText,
  PageQuery,
} from '../../platform/http/fields.js';
import { wallClockPattern } from '../domain/wall-clock.js';

export class UnitListQuery extends PageQuery {
  @IsOptional()
  @IsText(100)
  query?: string;

  @IsOptional()
  @IsCode()
  type?: string;

  @IsOptional()
  @IsCode()
  regionalOffice?: string;
}

class HostingWindowBody {
  /** ISO 8601: 1 Monday to 7 Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  /** Wall clock of the unit, `08:30`. */
  @IsString()
  @Matches(wallClockPattern, { message: 'Jam ditulis seperti 08:30' })
  startsAt: string;

  @IsString()
  @Matches(wallClockPattern, { message: 'Jam ditulis seperti 08:30' })
  endsAt: string;
}

class HostingPolicyBody {
  @IsOptional()
  @IsBoolean()
  open?: boolean;

  @IsOptional()
  @IsInt()
  capacity?: number;

  /** Guests in one party; null for no limit. */
  @IsOptional()
  @IsInt()
  largestParty?: number | null;

  @IsOptional()
  @IsInt()
  shortestNoticeDays?: number;

  @IsOptional()
  @IsInt()
  longestNoticeDays?: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(70)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HostingWindowBody)
  windows?: HostingWindowBody[];

  @IsOptional()
  @IsText(1000)
  identityRule?: string;

  @IsOptional()
  @IsText(1000)
  phoneRule?: string;

  @IsOptional()
  @IsText(1000)
  cameraRule?: string;
}

class ClosedDayBody {
  @IsCalendarDate()
  date: string;

  @IsText(200)
  @IsNotEmpty()
  reason: string;
}

export class ChangeUnitBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(100)
  @IsNotEmpty()
  place?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsText(200, { each: true })
  aliases?: string[];

  /** Degrees, WGS 84; both or neither. */
  @IsOptional()
  @IsNumber()
  @IsLatitude()
  latitude?: number | null;

  @IsOptional()
  @IsNumber()
  @IsLongitude()
  longitude?: number | null;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @IsOptional()
  @IsText(300)
  address?: string | null;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HostingPolicyBody)
  hostingPolicy?: HostingPolicyBody;

  /** All closed days from today on. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(400)
  @ArrayUnique((day: ClosedDayBody | null) => day?.date)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ClosedDayBody)
  closedDays?: ClosedDayBody[];
}

export class ChangeRegionalOfficeBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(100)
  @IsNotEmpty()
  shortName?: string;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  /** Whether it must approve visits inside its region. */
  @IsOptional()
  @IsBoolean()
  approvesInside?: boolean;

  /** Whether it must approve visits across regions. */
  @IsOptional()
  @IsBoolean()
  approvesAcross?: boolean;
}
