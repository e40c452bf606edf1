import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { bodyOf } from '../../platform/http/described-body.js';
import {
  IsCalendarDate,
  IsCode,
  IsFlag,
  IsMailAddress,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { organisationKinds, type OrganisationKind } from '../domain/organisation-kinds.js';
import { OneOf } from '../../platform/http/view-fields.js';
import { hostingFields, unitFields } from '../domain/unit-fields.js';
import { kindFields } from '../domain/kind-rules.js';
import { visitKinds, type VisitKind } from '../domain/visit-kinds.js';
import { HostingWindowBody } from './window.dto.js';

export class UnitListQuery extends PageQuery {
  @IsOptional()
  @IsText(100)
  query?: string;

  /** Kind of organisation; UPT unless said. */
  @IsOptional()
  @IsIn(organisationKinds)
  @ApiProperty({ enum: organisationKinds, enumName: 'OrganisationKind' })
  kind?: OrganisationKind;

  @IsOptional()
  @IsCode()
  type?: string;

  @IsOptional()
  @IsCode()
  regionalOffice?: string;

  /** `true` for those with active accounts, `false` for those without. */
  @IsOptional()
  @IsFlag()
  usesSambang?: boolean;

  /** `true` also for units that are no more. */
  @IsOptional()
  @IsFlag()
  closed?: boolean;
}

class HostingPolicyBody extends bodyOf(hostingFields) {
  @MayBeLeftOut()
  @IsListOf(() => HostingWindowBody, 70)
  windows?: HostingWindowBody[];
}

export class KindRuleBody extends bodyOf(kindFields) {
  @IsIn(visitKinds)
  @OneOf('VisitKind', visitKinds)
  kind: VisitKind;

  /** Days and hours of the week in which it is received, of those in which the unit receives at all; none for all of them. */
  @MayBeLeftOut()
  @IsListOf(() => HostingWindowBody, 70)
  windows?: HostingWindowBody[];
}

class ClosedDayBody {
  @IsCalendarDate()
  date: string;

  @IsText(200)
  @IsNotEmpty()
  reason: string;
}

export class ChangeUnitBody extends bodyOf(unitFields) {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => HostingPolicyBody)
  hostingPolicy?: HostingPolicyBody;

  /** All closed days from today on. */
  @MayBeLeftOut()
  @ArrayUnique((day: ClosedDayBody | null) => day?.date)
  @IsListOf(() => ClosedDayBody, 400)
  closedDays?: ClosedDayBody[];

  /** All rules for kinds of visits; what one leaves out is as the hosting policy says. */
  @MayBeLeftOut()
  @ArrayUnique((rule: KindRuleBody | null) => rule?.kind)
  @IsListOf(() => KindRuleBody, visitKinds.length)
  kinds?: KindRuleBody[];

  /**
   * Ids of the agreed visits that the caller has seen this change would displace. Where it displaces others it is
   * answered 409, `visits-displaced`, naming all of them in `displaced`; both units of each are told by mail once it is saved.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  displaced?: string[];
}

export class ConfirmPositionBody {
  /** The version the caller saw, with the position that is confirmed. */
  @IsInt()
  @Min(1)
  version: number;
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
