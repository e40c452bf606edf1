import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { IsCalendarDate, IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { LARGEST_AMOUNT, measureCodes, type Measure } from '../domain/measures.js';
import { LONGEST_NAME, LONGEST_SOLD_BY } from '../domain/result-rules.js';

export class NewResultBody {
  /** Code of a party of the visit, or of the unit of the practice. */
  @IsCode()
  organisation: string;

  /** `luas lahan`. */
  @IsText(LONGEST_NAME)
  @IsNotEmpty()
  what: string;

  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(LARGEST_AMOUNT)
  amount: number;

  @IsIn(measureCodes)
  measure: Measure;

  @IsCalendarDate()
  measuredOn: string;
}

export class ChangeResultBody extends NewResultBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class NewProductBody {
  /** Code of a party of the visit, or of the unit of the practice. */
  @IsCode()
  organisation: string;

  @IsText(LONGEST_NAME)
  @IsNotEmpty()
  name: string;

  /** A group, a workshop, a programme; never a person. */
  @MayBeLeftOut()
  @IsText(LONGEST_NAME)
  maker?: string;

  /** Rupiah. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(LARGEST_AMOUNT)
  price?: number | null;

  /** What the price is of: `bungkus`. */
  @MayBeLeftOut()
  @IsText(LONGEST_SOLD_BY)
  soldBy?: string;
}

export class ChangeProductBody extends NewProductBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class SeenResultQuery {
  /** The version the caller saw. */
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  version: number;
}
