import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';

const lowered = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each))
    : value;

export class AttendedSessionsBody {
  /** Ids of sessions of the visit's agenda; none for the whole visit. */
  @Transform(lowered)
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sessions: string[];
}
