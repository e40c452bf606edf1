import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { IsCode, IsMailAddress, IsPhone, IsText } from '../../platform/http/fields.js';

const sides = ['guest', 'host', 'invited'] as const;
const participantRoles = ['leader', 'member', 'speaker', 'minute-taker', 'observer'] as const;
const answers = ['needs-action', 'accepted', 'tentative', 'declined'] as const;

export class ParticipantBody {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  office?: string;

  @IsOptional()
  @IsMailAddress()
  email?: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

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
  @IsOptional()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(200)
  office?: string;

  @IsOptional()
  @IsPhone()
  phone?: string;

  @IsOptional()
  @IsIn(participantRoles)
  role?: (typeof participantRoles)[number];

  @IsOptional()
  @IsIn(answers)
  answer?: (typeof answers)[number];

  @IsOptional()
  @IsIn(['present', 'absent'])
  attendance?: 'present' | 'absent';
}
