import { IsOffsetDateTime } from '../../platform/http/fields.js';
import { givenOwnHours, type DayTime, type OwnHours } from '../../platform/text/day-hours.js';
import { VisitError } from '../domain/error-codes.js';
import { LONGEST_VISIT_DAYS } from '../domain/visit-time.js';

/** Days on which a visit of the longest length can lie. */
export const MOST_VISIT_DAYS = LONGEST_VISIT_DAYS + 1;

/** The hours of one day of a visit. */
export class DayHoursBody {
  @IsOffsetDateTime()
  startsAt: string;

  @IsOffsetDateTime()
  endsAt: string;
}

interface GivenTime {
  startsAt: string;
  endsAt: string;
  ownHours?: readonly DayHoursBody[] | null | undefined;
}

/**
 * The time that a body says.
 *
 * @throws VisitError `own-hours-unfit` for hours that do not begin at its start, end at its end and follow each other
 */
export function timeOfBody({ startsAt, endsAt, ownHours }: GivenTime): DayTime {
  const time = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), ownHours: null };
  return ownHours ? { ...time, ownHours: ownHoursOfBody(ownHours, time) } : time;
}

/** The same of hours alone, for a time that is known. */
function ownHoursOfBody(
  given: readonly DayHoursBody[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): OwnHours {
  const days = given.map((day) => ({ startsAt: new Date(day.startsAt), endsAt: new Date(day.endsAt) }));
  const starts = Math.min(...days.map((day) => day.startsAt.getTime()));
  const ends = Math.max(...days.map((day) => day.endsAt.getTime()));
  const ownHours = givenOwnHours(days);
  if (ownHours !== null && starts === startsAt.getTime() && ends === endsAt.getTime()) return ownHours;
  throw new VisitError('own-hours-unfit', {}, [
    { field: 'ownHours', message: 'mulai dan selesai seperti kunjungannya, dan berurutan' },
  ]);
}

interface StepTime {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  ownHours?: readonly DayHoursBody[] | null | undefined;
}

/** What a body says of a time that it may leave out; hours that it leaves out stay undefined. */
export function stepTimeOfBody({ startsAt, endsAt, ownHours }: StepTime): {
  startsAt: Date | undefined;
  endsAt: Date | undefined;
  ownHours: OwnHours | null | undefined;
} {
  const [from, to] = [startsAt, endsAt].map((text) => (text === undefined ? undefined : new Date(text)));
  if (!ownHours) return { startsAt: from, endsAt: to, ownHours };
  if (!from || !to) throw new VisitError('times-needed');
  return { startsAt: from, endsAt: to, ownHours: ownHoursOfBody(ownHours, { startsAt: from, endsAt: to }) };
}
