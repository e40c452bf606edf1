import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import { exportOf } from '../../platform/http/export.dto.js';
import {
  IsCode,
  IsMailAddress,
  IsNip,
  IsPhone,
  IsRank,
  IsText,
  MayBeLeftOut,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { tokenDays } from '../domain/lifetimes.js';
import { Beside, Successor, type SentSuccessors } from './handover-forms.js';
import { roles, type Role } from '../../platform/security/actor.js';

const emptyAsNull = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);

/** The version that was shown. */
const ShownVersion = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }): unknown => Number(value)),
    IsInt(),
    Min(1),
  );

class PersonForm {
  @IsText(200)
  @IsNotEmpty()
  name: string;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsText(200)
  position?: string | null;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsRank()
  rank?: string | null;

  /** Left out where it stays. */
  @IsOptional()
  @IsNip()
  nip?: string;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsPhone()
  phone?: string | null;
}

/** Where role and place are not asked, they are those that somebody has or the only ones that may be given. */
class PostForm extends PersonForm {
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

export class ChangePersonForm extends PostForm implements SentSuccessors {
  @Successor()
  successor?: string | null;

  @Beside(100)
  kinds?: string[];

  @Beside(36)
  takers?: string[];

  @ShownVersion()
  version: number;
}

export class InviteForm extends PostForm {
  @IsMailAddress()
  email: string;
}

export class DomainForm {
  @IsText(253)
  @IsNotEmpty()
  from: string;

  @IsText(253)
  @IsNotEmpty()
  to: string;
}

export class AddressChangeForm {
  @IsMailAddress()
  email: string;
}

export class OwnAccountForm extends PersonForm {
  @ShownVersion()
  version: number;
}

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

export class PeopleExportPageQuery extends exportOf(PeoplePageQuery) {}
