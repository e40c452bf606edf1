import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional } from 'class-validator';
import { IsCode, IsText } from '../../platform/http/fields.js';
import { FEWEST_COMPARED, MOST_COMPARED } from '../use-cases/compare-hosts.js';

export class HostsQuery {
  /** Words that notes, visits and replications have to contain, in any order. */
  @IsOptional()
  @IsText(100)
  topic?: string;

  /** Code of a program. */
  @IsOptional()
  @IsCode()
  program?: string;
}

export class CompareQuery extends HostsQuery {
  /** Two or three unit codes: `unit=a&unit=b`. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @ArrayMinSize(FEWEST_COMPARED)
  @ArrayMaxSize(MOST_COMPARED)
  @ArrayUnique()
  @IsCode({ each: true })
  unit: string[];
}
