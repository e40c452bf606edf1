import { Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsText, MayBeLeftOut } from '../../platform/http/fields.js';

/** What the guest asks the host for. */
export class PartyRequestBody {
  /** Guests in all. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  partySize: number;

  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;
}

/** What the host says to it. */
export class PartyAnswerBody {
  @IsBoolean()
  agreed: boolean;

  @MayBeLeftOut()
  @IsText(1000)
  reason?: string;
}
