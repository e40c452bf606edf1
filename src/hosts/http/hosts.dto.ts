import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional } from 'class-validator';
import { IsCode, IsFlag, IsText } from '../../platform/http/fields.js';
import { FEWEST_COMPARED, MOST_COMPARED } from '../use-cases/compare-hosts.js';

class MatterQuery {
  /** Words that notes, visits and replications have to contain, in any order. */
  @IsOptional()
  @IsText(100)
  topic?: string;

  /** Code of a program. */
  @IsOptional()
  @IsCode()
  program?: string;
}

export class HostsQuery extends MatterQuery {
  /** `true` for units with active accounts, `false` for those without. */
  @IsOptional()
  @IsFlag()
  usesSambang?: boolean;
}

export class CompareQuery extends MatterQuery {
  /** Two or three unit codes: `unit=a&unit=b`. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @ArrayMinSize(FEWEST_COMPARED)
  @ArrayMaxSize(MOST_COMPARED)
  @ArrayUnique()
  @IsCode({ each: true })
  unit: string[];
}
