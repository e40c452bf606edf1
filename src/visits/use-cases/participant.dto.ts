import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { IsCode, IsMailAddress, IsPhone, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import {
  attendances,
  participantAnswers,
  participantRoles,
  participantSides,
  type Attendance,
  type ParticipantAnswer,
  type ParticipantRole,
  type ParticipantSide,
} from '../domain/participant.js';

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

  @IsIn(participantSides)
  side: ParticipantSide;

  @IsIn(participantRoles)
  role: ParticipantRole;
}

export class UnitInvitationBody {
  @IsCode()
  unit: string;

  @IsIn(participantSides)
  side: ParticipantSide;
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
  role?: ParticipantRole;

  @MayBeLeftOut()
  @IsIn(participantAnswers)
  answer?: ParticipantAnswer;

  @MayBeLeftOut()
  @IsIn(attendances)
  attendance?: Attendance;
}
