import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { IsCode, IsMailAddress, IsPhone, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { answers, attendances, participantRoles, sides } from '../domain/participant-sets.js';

export class ParticipantBody {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  office?: string | null;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @IsIn(sides)
  side: (typeof sides)[number];

  @IsIn(participantRoles)
  role: (typeof participantRoles)[number];
}

export class UnitInvitationBody {
  @IsCode()
  unit: string;

  @IsIn(sides)
  side: (typeof sides)[number];
}

/** What may be changed of a participant; what is left out stays. */
export class ParticipantPatch {
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(200)
  office?: string | null;

  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @MayBeLeftOut()
  @IsIn(participantRoles)
  role?: (typeof participantRoles)[number];

  @MayBeLeftOut()
  @IsIn(answers)
  answer?: (typeof answers)[number];

  @MayBeLeftOut()
  @IsIn(attendances)
  attendance?: (typeof attendances)[number];
}
