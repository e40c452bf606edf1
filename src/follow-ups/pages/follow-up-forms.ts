import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, Min } from 'class-validator';
import { IsCalendarDate, IsCode, IsText } from '../../platform/http/fields.js';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states.js';

const leftOut = ({ value }: { value: unknown }): unknown =>
  value === '' || value === null ? undefined : value;

const noneWhenEmpty = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

class ContentForm {
  @IsText(2000)
  @IsNotEmpty()
  what: string;

  /** The responsible person. */
  @IsText(200)
  @IsNotEmpty()
  person: string;

  @IsCalendarDate()
  dueOn: string;

  /** The owner's account; empty for none. */
  @Transform(noneWhenEmpty)
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  /** The practice that is copied; empty for none. */
  @Transform(noneWhenEmpty)
  @IsOptional()
  @IsUUID()
  note?: string | null;
}

export class NewFollowUpForm extends ContentForm {
  @IsUUID()
  kunjungan: string;

  /** The responsible unit. */
  @IsCode()
  unit: string;
}

class Versioned {
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  version: number;
}

export class PostponeForm extends Versioned {
  @IsCalendarDate()
  dueOn: string;

  @IsText(2000)
  reason: string;
}

export class CommentForm {
  @IsText(4000)
  body: string;
}

export class ReplicationForm extends Versioned {
  @Transform(leftOut)
  @IsOptional()
  @IsUUID()
  note?: string;

  @Transform(leftOut)
  @IsOptional()
  @IsText(300)
  practice?: string;

  @IsCalendarDate()
  since: string;

  @IsText(4000)
  result: string;
}

export class WithdrawForm extends Versioned {
  @IsText(2000)
  reason: string;
}

/** A step from one state to another. */
export class FollowUpStepForm extends Versioned {
  @IsIn(followUpStates)
  state: FollowUpState;

  @Transform(leftOut)
  @IsOptional()
  @IsText(4000)
  evidence?: string;

  @Transform(leftOut)
  @IsOptional()
  @IsText(2000)
  evidenceUrl?: string;

  @Transform(leftOut)
  @IsOptional()
  @IsText(2000)
  reason?: string;
}

export class ChangeForm extends ContentForm {
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  version: number;

  @Transform(leftOut)
  @IsOptional()
  @IsText(2000)
  reason?: string;
}
