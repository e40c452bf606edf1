import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import { IsCode, IsMailAddress, IsPhone, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { tokenDays } from '../domain/lifetimes.js';
import { roles, type Role } from '../../platform/security/actor.js';

const emptyAsNull = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

class PersonForm {
  /** The version that was shown. */
  @MayBeLeftOut()
  @Transform(({ value }: { value: unknown }): unknown => Number(value))
  @IsInt()
  @Min(1)
  version?: number;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsText(200)
  position?: string | null;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsPhone()
  phone?: string | null;
}

/** Where role and place are not asked, they are those that somebody has or the only ones that may be given. */
export class ChangePersonForm extends PersonForm {
  @Transform(emptyAsNull)
  @IsOptional()
  @IsIn(roles)
  role?: Role | null;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsCode()
  unit?: string | null;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsCode()
  regionalOffice?: string | null;
}

export class InviteForm extends ChangePersonForm {
  @IsMailAddress()
  email: string;
}

export class OwnAccountForm extends PersonForm {}

export class TokenForm {
  @IsText(100)
  @IsNotEmpty()
  name: string;

  @MayBeLeftOut()
  @Transform(({ value }: { value: unknown }): unknown => Number(value))
  @IsInt()
  @Min(1)
  @Max(tokenDays.most)
  days?: number;
}

/** What the list of people is asked for. */
export class PeoplePageQuery extends PageQuery {
  /** Words to look for. */
  @IsOptional()
  @IsText(100)
  cari?: string;

  /** Code of a unit. */
  @IsOptional()
  @IsText(80)
  upt?: string;

  @IsOptional()
  @IsText(40)
  info?: string;
}
