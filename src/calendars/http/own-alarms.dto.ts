import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';

const FOUR_WEEKS = 4 * 7 * 24 * 60;

export class OwnAlarmsBody {
  /** Minutes before the start at which one's calendar reminds; none for no alarm. */
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(FOUR_WEEKS, { each: true })
  alarmMinutes: number[];
}
