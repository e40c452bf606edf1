import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import {
  IsCalendarDate,
  IsCode,
  IsOffsetDateTime,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
import { AcceptanceBody, ParticipantBody, visitFields } from '../../visits/index.js';
import {
  frequencies,
  LARGEST_INTERVAL,
  ordinals,
  type Frequency,
  type Ordinal,
} from '../domain/recurrence.js';

export class RecurrenceBody {
  @IsIn(frequencies)
  frequency: Frequency;

  /** Every so many weeks (8 at the most) or months (6 at the most). */
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTERVAL.weekly)
  every: number;

  /** Which of its weekdays the first date is in its month, -1 for the last; null for weeks. */
  @IsOptional()
  @IsIn(ordinals)
  ordinal: Ordinal | null;

  /** The last date that may be one of them, at most 12 months after the first. */
  @IsCalendarDate()
  until: string;
}

export class PreviewSeriesBody {
  @IsCode()
  hostUnit: string;

  /** Of the first date. */
  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  @IsObject()
  @ValidateNested()
  @Type(() => RecurrenceBody)
  recurrence: RecurrenceBody;

  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(visitFields.partySize.most)
  partySize?: number;
}

/** A coordination meeting that repeats; what a single visit says, each date says. */
export class CreateSeriesBody extends bodyOf(visitFields, ['title']) {
  @IsCode()
  hostUnit: string;

  /** Of the first date. */
  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  @IsObject()
  @ValidateNested()
  @Type(() => RecurrenceBody)
  recurrence: RecurrenceBody;

  @MayBeLeftOut()
  @IsListOf(() => ParticipantBody, 300)
  participants?: ParticipantBody[];

  /** `true` keeps all dates as drafts; without it the host is asked at once. */
  @MayBeLeftOut()
  @IsBoolean()
  draft?: boolean;
}

/** A step on several dates of a series. */
export class SeriesStepBody extends AcceptanceBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  /** Dates by the rule, `YYYY-MM-DD`; without them and `from` all that can take the step. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsCode({ each: true })
  dates?: string[];

  /** This date by the rule and those after it. */
  @MayBeLeftOut()
  @IsCalendarDate()
  from?: string;

  @MayBeLeftOut()
  @IsText(2000)
  reason?: string;

  /** Of a move: when the first of the dates is to be; the others go with it. */
  @MayBeLeftOut()
  @IsOffsetDateTime()
  startsAt?: string;

  @MayBeLeftOut()
  @IsOffsetDateTime()
  endsAt?: string;
}
