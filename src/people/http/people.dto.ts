import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCode, IsMailAddress, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { tokenDays } from '../domain/lifetimes.js';
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
  /** The version that was seen; left out, whatever is stored is changed. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  version?: number;
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
}

export class PeopleQuery extends PageQuery {
  @IsOptional()
  @IsCode()
  unit?: string;
}

export class ForgottenBody {
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
