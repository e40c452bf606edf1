import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { learningDays, type LearningDay } from '../domain/learning-days.js';

export class ReminderSettingBody {
  /** In the morning, this many calendar days before a visit's day; none for no such reminder. */
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(14, { each: true })
  daysBefore: number[];

  /** Whether the agenda, the place and the host's rules come in the evening of the last working day before. */
  @IsBoolean()
  eveningBefore: boolean;

  /**
   * On which days after a visit the leader of the unit's party is asked what is done of what was learned; none for
   * never. Left out it stays.
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(learningDays, { each: true })
  learningDays?: LearningDay[];
}
