import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';

/** An organisation that is asked to join a visit: one that is known, or an outside partner by its name. */
export class GuestBody {
  @MayBeLeftOut()
  @IsCode()
  organisation?: string;

  /** Name of an outside partner; found again whichever way it is written, else written down. Without `organisation`. */
  @MayBeLeftOut()
  @IsText(200)
  partnerName?: string;

  /** Where the partner is, of a new one. */
  @MayBeLeftOut()
  @IsText(100)
  partnerPlace?: string;

  /** Last day on which it can answer, by its own calendar; a week from now unless it is said, and before the visit. */
  @MayBeLeftOut()
  @IsCalendarDate()
  dueOn?: string;

  /** What it is told beside what the visit says. */
  @MayBeLeftOut()
  @IsText(1000)
  message?: string;

  /** Size of its part of the party, of an outside partner; whoever is asked says it with the answer. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  partySize?: number;
}

/** An organisation joins. */
export class JoinBody {
  /** Size of its part of the party. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  partySize: number;

  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;
}

/** Why an organisation does not join, or no longer. */
export class GuestReasonBody {
  @IsText(1000)
  @IsNotEmpty()
  reason: string;
}

export class TakeBackBody {
  @IsOptional()
  @IsText(1000)
  reason?: string | null;
}
