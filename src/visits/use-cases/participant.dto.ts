import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import {
  IsCode,
  IsMailAddress,
  IsNip,
  IsPhone,
  IsRank,
  IsText,
  MayBeLeftOut,
} from '../../platform/http/fields.js';
import {
  participantAnswers,
  participantRoles,
  participantSides,
  type ParticipantAnswer,
  type ParticipantRole,
  type ParticipantSide,
} from '../domain/participant.js';
import { attendances, type Attendance } from '../domain/attendance.js';

/** Somebody as a list of people tells of them. */
export class PersonBody {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsText(200)
  office?: string | null;

  /** As what they work, where that is told apart from the office. */
  @IsOptional()
  @IsText(200)
  position?: string | null;

  /** Pangkat and golongan; those that are known are written alike. */
  @IsOptional()
  @IsRank()
  rank?: string | null;

  /** 18 digits; answers show the last three. */
  @IsOptional()
  @IsNip()
  nip?: string | null;

  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @IsOptional()
  @IsPhone()
  phone?: string | null;
}

export class ParticipantBody extends PersonBody {
  @IsIn(participantSides)
  side: ParticipantSide;

  @IsIn(participantRoles)
  role: ParticipantRole;

  /** Code of the joined guest in whose part of the party they come; a joined guest's people bring their own. */
  @IsOptional()
  @IsCode()
  broughtBy?: string | null;
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

  /** As what they work, where that is told apart from the office. */
  @IsOptional()
  @IsText(200)
  position?: string | null;

  /** Pangkat and golongan; those that are known are written alike. */
  @IsOptional()
  @IsRank()
  rank?: string | null;

  /** 18 digits; answers show the last three. */
  @IsOptional()
  @IsNip()
  nip?: string | null;

  /** Another address, by the people of the participant's side: answers stay, and the invitation goes there. */
  @IsOptional()
  @IsMailAddress()
  email?: string | null;

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

  /** Who came instead, by name; with `represented` alone, and needed there. */
  @IsOptional()
  @IsText(200)
  representedBy?: string | null;
}
