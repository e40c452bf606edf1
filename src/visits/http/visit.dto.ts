import { DayHoursBody, MOST_VISIT_DAYS } from '../use-cases/day-hours.dto.js';
import {} from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { exportOf } from '../../platform/http/export.dto.js';
import {
  EachUuidOrNull,
  IsCode,
  IsOffsetDateTime,
  IsPeriodBound,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { MOST_GUESTS } from '../domain/guest-invitation.js';
import { visitKinds, type VisitKind } from '../domain/reference.js';
import { visitFields } from '../domain/visit-fields.js';
import { visitStates, type VisitState } from '../domain/visit-states.js';
import { AcceptanceBody } from '../use-cases/acceptance.dto.js';
import { GuestBody } from '../use-cases/guest.dto.js';
import { ParticipantBody } from '../use-cases/participant.dto.js';

export class CreateVisitBody extends bodyOf(visitFields, ['title']) {
  @IsCode()
  guestUnit: string;

  @IsCode()
  hostUnit: string;

  @IsIn(visitKinds)
  kind: VisitKind;

  @IsOffsetDateTime()
  startsAt: string;

  /** Over several days of the host, each has the hours from the clock of the start to that of the end, unless `ownHours` says others. */
  @IsOffsetDateTime()
  endsAt: string;

  /** The hours of each day, where they are not the same on each: the first begins at `startsAt`, the last ends at `endsAt`, and a day without any is left out. */
  @MayBeLeftOut()
  @IsListOf(() => DayHoursBody, MOST_VISIT_DAYS)
  ownHours?: DayHoursBody[];

  @MayBeLeftOut()
  @IsListOf(() => ParticipantBody, 300)
  participants?: ParticipantBody[];

  /** Organisations that are asked to join the guest. */
  @MayBeLeftOut()
  @IsListOf(() => GuestBody, MOST_GUESTS)
  guests?: GuestBody[];
}

export class ChangeVisitBody extends bodyOf(visitFields) {
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

  /**
   * Which of the visit's questions those of `learningQuestions` are, in its order, so that a question that is worded anew
   * keeps its session and answer; null for a new one. Without an id a question is the one of the same words.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(visitFields.learningQuestions.most)
  @EachUuidOrNull()
  learningQuestionIds?: (string | null)[];

  /** The hours of each day, where they are not the same on each; null where they are. Left out, the hours move along with a time that is as long. */
  @IsOptional()
  @IsListOf(() => DayHoursBody, MOST_VISIT_DAYS)
  ownHours?: DayHoursBody[] | null;
}

/** One step of a visit. */
export class StepBody extends AcceptanceBody {
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

  /** The hours of each day, where they are not the same on each; null where they are. Left out, the hours move along with a time that is as long. */
  @IsOptional()
  @IsListOf(() => DayHoursBody, MOST_VISIT_DAYS)
  ownHours?: DayHoursBody[] | null;

  /** `true` completes a visit before its planned end; without it that is refused with `not-yet-over`. */
  @MayBeLeftOut()
  @IsBoolean()
  early?: boolean;
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

  /** Visits that this regional office arranged. */
  @IsOptional()
  @IsCode()
  arrangedBy?: string;

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

export class VisitExportQuery extends exportOf(VisitListQuery) {}
