import {} from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  Min,
} from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut, IsListOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { OneOf } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import {
  MOST_OPENED,
  unitChangeKinds,
  unitChangeStates,
  type UnitChangeKind,
  type UnitChangeState,
} from '../domain/unit-change.js';

export class UnitChangeListQuery extends PageQuery {
  @IsOptional()
  @IsIn(unitChangeStates)
  @OneOf('UnitChangeState', unitChangeStates)
  state?: UnitChangeState;

  @IsOptional()
  @IsIn(unitChangeKinds)
  @OneOf('UnitChangeKind', unitChangeKinds)
  kind?: UnitChangeKind;

  /** Code of a unit that changes, or into which one merges. */
  @IsOptional()
  @IsCode()
  unit?: string;
}

export class OpenedUnitBody {
  /** Its code for good, such as `rutan-banjarnegara`. */
  @IsCode()
  code: string;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsCode()
  type: string;

  @IsOptional()
  @IsText(20)
  class?: string | null;

  @IsText(100)
  @IsNotEmpty()
  place: string;

  @IsCode()
  regionalOffice: string;

  @IsIn(zoneNames)
  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

export class NewUnitChangeBody {
  @IsIn(unitChangeKinds)
  @OneOf('UnitChangeKind', unitChangeKinds)
  kind: UnitChangeKind;

  /** Date in the unit's zone from which it holds; today or before acts at once. */
  @IsCalendarDate()
  effectiveOn: string;

  /** Code of the unit that changes; left out for a new one. */
  @IsOptional()
  @IsCode()
  unit?: string | null;

  /** Of a merger: code of the unit into which it merges. */
  @IsOptional()
  @IsCode()
  successor?: string | null;

  /** Of a change of name: name, type and class from then on; what is left out stays. */
  @IsOptional()
  @IsText(200)
  name?: string | null;

  @IsOptional()
  @IsCode()
  type?: string | null;

  @IsOptional()
  @IsText(20)
  class?: string | null;

  /** The unit that opens, or those of a split. */
  @MayBeLeftOut()
  @IsListOf(() => OpenedUnitBody, MOST_OPENED)
  opens?: OpenedUnitBody[];

  /** Of a split: whether the unit that is split closes. */
  @MayBeLeftOut()
  @IsBoolean()
  endsOrigin?: boolean;

  /** Whether agreed visits from that date on are called off; without it they stand, and both units are told. */
  @MayBeLeftOut()
  @IsBoolean()
  callsOff?: boolean;

  /** Of a merger: whether the accounts of the unit move to the successor. */
  @MayBeLeftOut()
  @IsBoolean()
  movesPeople?: boolean;

  /** Number of the decree. */
  @MayBeLeftOut()
  @IsText(100)
  decree?: string;

  @IsText(1000)
  @IsNotEmpty()
  reason: string;

  /**
   * Ids of the visits to come that the caller has seen this touches. Where it touches others it is answered 409,
   * `unit-change-unseen`, naming all of them in `visits`.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  seen?: string[];
}

class SeenChangeBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Needed for refusing and taking back. */
  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;
}

export class DecideUnitChangeBody extends SeenChangeBody {
  /** Whether it is accepted; else it is refused. */
  @IsBoolean()
  accept: boolean;

  /** As at a new change. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  seen?: string[];
}

export class WithdrawUnitChangeBody extends SeenChangeBody {}
