import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, Min } from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states.js';
import { replicationFilters } from '../queries/follow-up-filter.js';
import { followUpSorts, type FollowUpSort } from '../queries/list-follow-ups.js';

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

  /** The responsible person's account at the responsible unit, which reminders then reach; null for none. */
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  /** The published note of the practice that is to be copied; null for none. */
  @IsOptional()
  @IsUUID()
  note?: string | null;

  @IsCalendarDate()
  dueOn: string;
}

class Versioned {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class ChangeFollowUpBody extends Versioned {
  @MayBeLeftOut()
  @IsText(2000)
  @IsNotEmpty()
  what?: string;

  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  person?: string;

  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @IsOptional()
  @IsUUID()
  note?: string | null;

  /** A later day is a postponement, which needs a reason. */
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

  /** Where evidence can be seen, `https://…`; empty for nowhere. */
  @MayBeLeftOut()
  @IsText(2000)
  evidenceUrl?: string;

  /** Why it changed; `dropped` needs it. */
  @MayBeLeftOut()
  @IsText(2000)
  reason?: string;
}

export class PostponeBody extends Versioned {
  /** The new due date, later than the one that stands. */
  @IsCalendarDate()
  dueOn: string;

  @IsText(2000)
  reason: string;
}

export class CommentBody {
  @IsText(4000)
  body: string;
}

export class ReplicationBody extends Versioned {
  /** The published note of the practice; null when it is told in own words. */
  @IsOptional()
  @IsUUID()
  note?: string | null;

  /** The practice in own words; a note's title stands for it. */
  @MayBeLeftOut()
  @IsText(300)
  practice?: string;

  /** Since when the practice is in use. */
  @IsCalendarDate()
  since: string;

  /** What came of it. */
  @IsText(4000)
  result: string;
}

export class WithdrawReplicationBody extends Versioned {
  @IsText(2000)
  reason: string;
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

  /** Part of the responsible person's name. */
  @IsOptional()
  @IsText(200)
  person?: string;

  /** A program of the visit. */
  @IsOptional()
  @IsCode()
  program?: string;

  /** The practice that is copied. */
  @IsOptional()
  @IsUUID()
  note?: string;

  /** `confirmed`, or `waiting`: done and not confirmed. */
  @IsOptional()
  @IsIn(replicationFilters)
  replication?: (typeof replicationFilters)[number];

  /** Due on this day or before. */
  @IsOptional()
  @IsCalendarDate()
  dueBefore?: string;

  /** Due on this day or after. */
  @IsOptional()
  @IsCalendarDate()
  dueAfter?: string;

  @IsOptional()
  @IsIn(followUpSorts)
  sort?: FollowUpSort;

  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';
}

export class FollowUpExportQuery extends exportOf(FollowUpListQuery) {}
