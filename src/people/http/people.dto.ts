import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { exportOf } from '../../platform/http/export.dto.js';
import {
  IsCode,
  IsMailAddress,
  IsNip,
  IsRank,
  IsText,
  MayBeLeftOut,
  IsListOf,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { tokenDays } from '../domain/lifetimes.js';
import { HandoverBody } from './handover.dto.js';
import { roles, type Role } from '../../platform/security/actor.js';

/** Bounds the work of hashing; the policy's own limit, in characters, is lower and has a text of its own. */
const LONGEST_PASSWORD_SENT = 1000;
const LONGEST_ADDRESS = 254;

export class SignInBody {
  @IsString()
  @MaxLength(LONGEST_ADDRESS)
  email: string;

  /** Not trimmed: blanks belong to a password. */
  @IsString()
  @MaxLength(LONGEST_PASSWORD_SENT)
  password: string;
}

class ChangeBody {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  version: number;
}

export class OwnAccountBody extends ChangeBody {
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(40)
  phone?: string | null;

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
}

export class ApiTokenBody {
  @IsText(100)
  @IsNotEmpty()
  name: string;

  /** How many days it lives; left out, 90. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(tokenDays.most)
  days?: number;
}

export class InvitationBody {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsMailAddress()
  email: string;

  @IsIn(roles)
  role: Role;

  /** Unit code, of officers and unit heads. */
  @IsOptional()
  @IsCode()
  unit?: string | null;

  /** Regional office code, of the regional office's people. */
  @IsOptional()
  @IsCode()
  regionalOffice?: string | null;

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
}

export class InvitationsBody {
  /** Up to a hundred people. */
  @ArrayMinSize(1)
  @IsListOf(() => InvitationBody, 100)
  people: InvitationBody[];
}

/** What is left out stays; null empties it. */
export class PersonBody extends ChangeBody {
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  @IsOptional()
  @IsText(40)
  phone?: string | null;

  @MayBeLeftOut()
  @IsBoolean()
  suspended?: boolean;

  @MayBeLeftOut()
  @IsIn(roles)
  role?: Role;

  /** Unit code: another place, of officers and unit heads. */
  @IsOptional()
  @IsCode()
  unit?: string | null;

  /** Regional office code: another place, of the regional office's people. */
  @IsOptional()
  @IsCode()
  regionalOffice?: string | null;

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

  /** Who takes what hangs on the person, in the same step; with a suspension or a move. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => HandoverBody)
  handover?: HandoverBody;
}

export class PeopleQuery extends PageQuery {
  @IsOptional()
  @IsCode()
  unit?: string;
}

export class PeopleExportQuery extends exportOf(PeopleQuery) {}

export class ForgottenBody {
  @IsMailAddress()
  email: string;
}

export class AddressBody {
  /** The new one. */
  @IsMailAddress()
  email: string;
}

export class PasswordBody {
  /** Not trimmed: blanks belong to a password. */
  @IsString()
  @MaxLength(LONGEST_PASSWORD_SENT)
  password: string;

  /** Of the first administrator only. */
  @MayBeLeftOut()
  @IsText(200)
  @IsNotEmpty()
  name?: string;

  /** Of the first administrator only. */
  @MayBeLeftOut()
  @IsMailAddress()
  email?: string;
}
