import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IsCalendarDate,
  IsCode,
  IsMailAddress,
  IsOffsetDateTime,
  IsPeriodBound,
  IsPhone,
  IsText,
  PageQuery,
  MayBeLeftOut,
} from '../../platform/http/fields.js';
import { visitStates } from '../domain/visit-states.js';
import { ParticipantBody } from './participant.dto.js';

const kinds = ['study-visit', 'working-visit', 'coordination'] as const;

/** The descriptive fields of a visit, all optional: for a change. */
class VisitDetailsBody {
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  title?: string;

  @MayBeLeftOut()
  @IsText(4000)
  purpose?: string;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsText(100, { each: true })
  topics?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  programs?: string[];

  @MayBeLeftOut()
  @IsText(300)
  place?: string;

  @MayBeLeftOut()
  @IsText(200)
  contactName?: string;

  @IsOptional()
  @IsPhone()
  contactPhone?: string | null;

  @IsOptional()
  @IsMailAddress()
  contactEmail?: string | null;

  /** Size of the guest's party; without it the number of participants on the guest's side. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(1000)
  partySize?: number;

  @IsOptional()
  @IsText(100)
  requestLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  requestLetterDate?: string | null;

  @IsOptional()
  @IsText(100)
  replyLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  replyLetterDate?: string | null;

  @IsOptional()
  @IsText(100)
  assignmentLetterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  assignmentLetterDate?: string | null;
}

export class CreateVisitBody extends VisitDetailsBody {
  @IsCode()
  guestUnit: string;

  @IsCode()
  hostUnit: string;

  @IsIn(kinds)
  kind: (typeof kinds)[number];

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
  state?: string;

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
