import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, Min } from 'class-validator';
import { IsCalendarDate, IsCode, IsText, PageQuery, MayBeLeftOut } from '../../platform/http/fields.js';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states.js';

export class FollowUpBody {
  /** The visit after which it was promised. */
  @IsUUID()
  visit: string;

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

export class ChangeFollowUpBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsText(2000)
  @IsNotEmpty()
  what?: string;

  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  person?: string;

  @MayBeLeftOut()
  @IsCalendarDate()
  dueOn?: string;

  @MayBeLeftOut()
  @IsIn(followUpStates)
  state?: FollowUpState;

  /** What shows that it was done; `done` needs it. */
  @MayBeLeftOut()
  @IsText(4000)
  evidence?: string;

  /** Why it changed; `dropped` needs it. */
  @MayBeLeftOut()
  @IsText(2000)
  reason?: string;
}

export class FollowUpListQuery extends PageQuery {
  @IsOptional()
  @IsCode()
  unit?: string;

  @IsOptional()
  @IsCode()
  regionalOffice?: string;

  @IsOptional()
  @IsUUID()
  visit?: string;

  @IsOptional()
  @IsIn(followUpStates)
  state?: FollowUpState;

  /** Due on this day or before. */
  @IsOptional()
  @IsCalendarDate()
  dueBefore?: string;
}
