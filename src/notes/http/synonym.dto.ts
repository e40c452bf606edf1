import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Min } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { LONGEST_TERM, MOST_TERMS } from '../domain/synonym.js';

export class SynonymBody {
  /** Words or short phrases that mean the same, two at the least. */
  @IsArray()
  @ArrayMaxSize(MOST_TERMS)
  @IsText(LONGEST_TERM, { each: true })
  terms: string[];
}

export class ChangeSynonymBody extends SynonymBody {
  /** The version the caller saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class RemoveSynonymQuery {
  /** The version the caller saw. */
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  version: number;
}
