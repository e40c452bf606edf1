import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
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
import {
  attendances,
  DayHoursBody,
  MOST_VISIT_DAYS,
  ParticipantBody,
  visitFields,
  visitKinds,
  type Attendance,
} from '../../visits/index.js';

export class RecordedParticipantBody extends ParticipantBody {
  /** Whether somebody was there, of a visit that is over; null or left out where nobody knows. */
  @IsOptional()
  @IsIn(attendances)
  attendance?: Attendance | null;

  /** Who came instead, by name; with `represented` alone, and needed there. */
  @IsOptional()
  @IsText(200)
  representedBy?: string | null;
}

export class RecordedSummaryBody {
  @MayBeLeftOut()
  @IsText(20_000)
  outcomes?: string;

  @MayBeLeftOut()
  @IsText(20_000)
  decisions?: string;

  @MayBeLeftOut()
  @IsText(20_000)
  notes?: string;

  /** Whether it is mailed to everybody; left out, it is not. */
  @MayBeLeftOut()
  @IsBoolean()
  mails?: boolean;
}

export class RecordedFollowUpBody {
  @IsText(2000)
  @IsNotEmpty()
  what: string;

  /** The responsible unit: guest or host of the visit. */
  @IsCode()
  unit: string;

  /** The responsible person. */
  @IsText(200)
  @IsNotEmpty()
  person: string;

  @IsCalendarDate()
  dueOn: string;
}

export class RecordVisitBody extends bodyOf(visitFields, ['title']) {
  @IsCode()
  guestUnit: string;

  @IsCode()
  hostUnit: string;

  @IsIn(visitKinds)
  kind: (typeof visitKinds)[number];

  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;

  /** The hours of each day, where they are not the same on each: the first begins at `startsAt`, the last ends at `endsAt`, and a day without any is left out. */
  @MayBeLeftOut()
  @IsListOf(() => DayHoursBody, MOST_VISIT_DAYS)
  ownHours?: DayHoursBody[];

  @MayBeLeftOut()
  @IsListOf(() => RecordedParticipantBody, 300)
  participants?: RecordedParticipantBody[];

  /** Names of outside partners that came along; each is found again, or written down. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(10)
  @IsText(200, { each: true })
  partners?: string[];

  /** What came of it, which is published with it; of a visit that is over. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RecordedSummaryBody)
  summary?: RecordedSummaryBody | null;

  @MayBeLeftOut()
  @IsListOf(() => RecordedFollowUpBody, 50)
  followUps?: RecordedFollowUpBody[];
}
