import { Transform, Type } from 'class-transformer';
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
  MayBeLeftOut,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
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
  @MayBeLeftOut()
  @IsBoolean()
  open?: boolean;

  @MayBeLeftOut()
  @IsInt()
  capacity?: number;

  /** Guests in one party; null for no limit. */
  @IsOptional()
  @IsInt()
  largestParty?: number | null;

  @MayBeLeftOut()
  @IsInt()
  shortestNoticeDays?: number;

  @MayBeLeftOut()
  @IsInt()
  longestNoticeDays?: number;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(70)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HostingWindowBody)
  windows?: HostingWindowBody[];

  @MayBeLeftOut()
  @IsText(1000)
  identityRule?: string;

  @MayBeLeftOut()
  @IsText(1000)
  phoneRule?: string;

  @MayBeLeftOut()
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

  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @MayBeLeftOut()
  @IsText(100)
  @IsNotEmpty()
  place?: string;

  @MayBeLeftOut()
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

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => HostingPolicyBody)
  hostingPolicy?: HostingPolicyBody;

  /** All closed days from today on. */
  @MayBeLeftOut()
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

  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @MayBeLeftOut()
  @IsText(100)
  @IsNotEmpty()
  shortName?: string;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  /** Whether it must approve visits inside its region. */
  @MayBeLeftOut()
  @IsBoolean()
  approvesInside?: boolean;

  /** Whether it must approve visits across regions. */
  @MayBeLeftOut()
  @IsBoolean()
  approvesAcross?: boolean;
}

export class HolidayQuery {
  @IsOptional()
  @Transform(({ value }: { value: string }) => Number(value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}
