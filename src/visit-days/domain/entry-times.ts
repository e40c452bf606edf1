import { hasTrait, type VisitState } from '../../visits/domain/index.js';

const LONGEST_KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** Whether something of the day may be written down in this state of a visit. */
export const isDayOpen = (state: VisitState): boolean => hasTrait(state, 'dayOpen');

/**
 * When something was entered, by the device's clock as far as it can be: never later than it arrived, and not longer
 * before than a device keeps what it could not send.
 */
export function boundedEntryTime(entered: Date | null, now: Date): Date {
  if (entered === null) return now;
  const earliest = now.getTime() - LONGEST_KEPT_MS;
  return new Date(Math.min(now.getTime(), Math.max(earliest, entered.getTime())));
}

interface Attendance {
  attendance: string | null;
  attendanceAt: Date | null;
}

/** Whether an attendance takes the place of what stands: the later tap wins, whichever arrives first. */
export function supersedes(given: Attendance & { attendanceAt: Date }, standing: Attendance): boolean {
  if (standing.attendance === null || standing.attendanceAt === null) return true;
  const difference = given.attendanceAt.getTime() - standing.attendanceAt.getTime();
  return difference === 0 ? given.attendance !== standing.attendance : difference > 0;
}
