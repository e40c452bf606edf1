import type { OwnHours } from '../../platform/text/day-hours.js';
import { addDays, mondayOf } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { addWorkingDays, isWorkingDay, type IsHoliday } from '../../platform/text/working-days.js';
import type { Zone } from '../../platform/text/zones.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { hasTrait, type VisitState } from '../../visits/domain/index.js';

/** A visit as a digest looks at it. */
export interface RegionVisit {
  reference: string;
  title: string;
  /** All guests, the leading one first. */
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  state: VisitState;
  waitingSince: Date;
  /** Whether this regional office has yet to approve it. */
  needsApproval: boolean;
}

export interface OverdueFollowUp {
  what: string;
  unitName: string;
  dueOn: string;
  visitReference: string;
}

/** What a regional office is told of its week; a visit may stand in more than one list. */
export interface RegionDigest {
  held: RegionVisit[];
  coming: RegionVisit[];
  toApprove: RegionVisit[];
  unanswered: RegionVisit[];
  withoutSummary: RegionVisit[];
  overdue: OverdueFollowUp[];
}

const WAITING_WORKING_DAYS = 2;

/**
 * The Monday of the week whose digest leaves now, or null: it leaves on the week's first working day, in working
 * hours of the office's zone.
 */
export function digestWeek(now: Date, zone: Zone, isHoliday: IsHoliday): string | null {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment) return null;
  const { monday, first } = weekOf(moment.today, isHoliday);
  return first === moment.today ? monday : null;
}

/** Working days after the first of a week on which its digest still leaves, where it could not before. */
const LATE_WORKING_DAYS = 2;

/** The Monday of the week whose digest is still of use though its day is over, or null; in the office's working hours. */
export function lateDigestWeek(now: Date, zone: Zone, isHoliday: IsHoliday): string | null {
  const moment = workingMoment(now, zone, isHoliday);
  if (!moment) return null;
  const { monday, first } = weekOf(moment.today, isHoliday);
  const isLate = moment.today > first && moment.today <= addWorkingDays(first, LATE_WORKING_DAYS, isHoliday);
  return isLate ? monday : null;
}

/** The Monday of a date's week, and the week's first working day. */
function weekOf(date: string, isHoliday: IsHoliday): { monday: string; first: string } {
  const monday = mondayOf(date);
  return { monday, first: isWorkingDay(monday, isHoliday) ? monday : addWorkingDays(monday, 1, isHoliday) };
}

/** Sorts a region's visits into what its office should know: the week before `monday`, and the two weeks from it. */
export function regionDigest(
  visits: readonly RegionVisit[],
  overdue: readonly OverdueFollowUp[],
  week: { monday: string; now: Date; isHoliday: IsHoliday },
): RegionDigest {
  const { monday, now, isHoliday } = week;
  const between = ({ startsAt, timeZone }: RegionVisit, from: number, to: number) => {
    const day = localDate(startsAt, timeZone);
    return day >= addDays(monday, from) && day < addDays(monday, to);
  };
  const isOver = ({ state, endsAt }: RegionVisit) =>
    hasTrait(state, 'tookPlace') || (hasTrait(state, 'standing') && endsAt <= now);
  const waitsLong = ({ waitingSince, timeZone }: RegionVisit) =>
    addWorkingDays(localDate(waitingSince, timeZone), WAITING_WORKING_DAYS, isHoliday) <=
    localDate(now, timeZone);
  const isPending = ({ state }: RegionVisit) => hasTrait(state, 'awaitsAnswer');
  return {
    held: visits.filter((visit) => isOver(visit) && between(visit, -7, 0)),
    coming: visits.filter(
      (visit) => hasTrait(visit.state, 'standing') && !isOver(visit) && between(visit, 0, 14),
    ),
    toApprove: visits.filter((visit) => visit.needsApproval),
    unanswered: visits.filter((visit) => isPending(visit) && waitsLong(visit)),
    withoutSummary: visits.filter((visit) => isOver(visit) && !hasTrait(visit.state, 'summarised')),
    overdue: [...overdue],
  };
}

export const isEmptyDigest = (digest: RegionDigest): boolean =>
  Object.values(digest).every((list: unknown[]) => list.length === 0);
