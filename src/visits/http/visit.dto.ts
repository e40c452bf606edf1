import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCode, IsOffsetDateTime, IsPeriodBound, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { visitKinds, type VisitKind } from '../domain/reference.js';
import { visitStates, type VisitState } from '../domain/visit-states.js';
import { ParticipantBody } from '../use-cases/participant.dto.js';
import { VisitDetailsBody } from '../use-cases/visit-details.dto.js';

export class CreateVisitBody extends VisitDetailsBody {
  @IsCode()
  guestUnit: string;

  @IsCode()
  hostUnit: string;

  @IsIn(visitKinds)
  kind: VisitKind;

  @IsText(200)
  @IsNotEmpty()
  declare title: string;

  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(300)
  // A list in the list would be looked into, and taken.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ParticipantBody)
  participants?: ParticipantBody[];
}

export class ChangeVisitBody extends VisitDetailsBody {
  @IsInt()
  @Min(1)
  version: number;

  /** Time of a draft; a visit that was sent moves by `propose` and `reschedule`. */
  @MayBeLeftOut()
  @IsOffsetDateTime()
  startsAt?: string;

  @MayBeLeftOut()
  @IsOffsetDateTime()
  endsAt?: string;
}

/** One step of a visit. */
export class StepBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsText(2000)
  reason?: string;

  @MayBeLeftOut()
  @IsOffsetDateTime()
  startsAt?: string;

  @MayBeLeftOut()
  @IsOffsetDateTime()
  endsAt?: string;
}

export class VisitListQuery extends PageQuery {
  @IsOptional()
  @IsIn(visitStates)
  state?: VisitState;

  @IsOptional()
  @IsCode()
  unit?: string;

  @IsOptional()
  @IsCode()
  regionalOffice?: string;

  @IsOptional()
  @IsCode()
  program?: string;

  /** Visits that end after this: a date in Western Indonesian Time, or an instant. */
  @IsOptional()
  @IsPeriodBound()
  from?: string;

  /** Visits that start before this; a date counts with its whole day. */
  @IsOptional()
  @IsPeriodBound()
  to?: string;

  @IsOptional()
  @IsText(100)
  query?: string;
}
