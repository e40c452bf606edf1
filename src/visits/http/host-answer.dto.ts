import { DayHoursBody, MOST_VISIT_DAYS } from '../use-cases/day-hours.dto.js';
import {} from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import {
  IsCalendarDate,
  IsOffsetDateTime,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
import { OneOf } from '../../platform/http/view-fields.js';
import { answerSteps, enteredWays, type AnswerStep, type EnteredWay } from '../domain/answer-ways.js';

/** The host's answer as it came to the guest by letter or telephone. */
export class HostAnswerBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @IsIn(answerSteps)
  @OneOf('HostAnswerStep', answerSteps)
  answer: AnswerStep;

  @IsIn(enteredWays)
  @OneOf('EnteredWay', enteredWays)
  cameBy: EnteredWay;

  /** Needed to decline. */
  @MayBeLeftOut()
  @IsText(2000)
  reason?: string;

  /** The time that the host proposes. */
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

  @IsOptional()
  @IsText(100)
  letterNumber?: string | null;

  @IsOptional()
  @IsCalendarDate()
  letterDate?: string | null;
}
