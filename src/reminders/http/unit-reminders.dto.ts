import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, Max, Min } from 'class-validator';

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
}
