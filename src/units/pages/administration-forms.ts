import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDate, IsMailAddress, IsText, MayBeLeftOut } from '../../platform/http/fields.js';

const emptyAsNull = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);
const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && value !== '' ? Number(value) : value;

export class HolidayListForm {
  @IsString()
  @MaxLength(50_000)
  @IsNotEmpty()
  daftar: string;

  /** Ids of the displaced visits that were shown before saving all the same. */
  @MayBeLeftOut()
  @IsText(50_000)
  displaced?: string;
}

/** Words of a program; the framework is chosen once. */
export class RenameProgramForm {
  @IsText(300)
  @IsNotEmpty()
  title: string;
}

export class NewProgramForm extends RenameProgramForm {
  @IsText(100)
  @IsNotEmpty()
  framework: string;

  /** Place in the framework's own list. */
  @Transform(asNumber)
  @Transform(emptyAsNull)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  number?: number | null;

  @IsCalendarDate()
  from: string;
}

export class OfficeForm {
  /** The version that was shown. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  version: number;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsText(100)
  @IsNotEmpty()
  shortName: string;

  @Transform(emptyAsNull)
  @IsOptional()
  @IsMailAddress()
  email?: string | null;

  @IsOptional()
  @IsIn(['ya'])
  approvesInside?: string;

  @IsOptional()
  @IsIn(['ya'])
  approvesAcross?: string;
}
