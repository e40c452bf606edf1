import { hasTrait, type VisitState } from '../../visits/domain/index.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long ago something was entered at the most; by a device that does not tell its clock it is hardly known. */
const LONGEST_KEPT_MS = 14 * DAY_MS;
/** As long as a visit lasts at the most, and then a device keeps what it could not send. */
const LONGEST_TOLD_MS = 28 * DAY_MS;

/** Whether something of the day may be written down in this state of a visit: also once its summary is out. */
export const takesEntries = (state: VisitState): boolean => hasTrait(state, 'agreed');

/** Whether what is written down now comes before the summary. */
export const isDayOpen = (state: VisitState): boolean => hasTrait(state, 'dayOpen');

/** What a device says of an entry; both by its own clock, which may be wrong. */
export interface DeviceTimes {
  enteredAt?: Date | undefined;
  /** When it sent the entry, so that it is known how wrong that clock is. */
  sentAt?: Date | undefined;
}

/**
 * When something was entered, by the server's clock: as long before it arrived as the device entered it before sending.
 * Never later than it arrived, and not longer before than it would be taken.
 *
 * @param now when it arrived
 */
export function entryTime({ enteredAt, sentAt }: DeviceTimes, now: Date): Date {
  if (!enteredAt) return now;
  const age = (sentAt ?? now).getTime() - enteredAt.getTime();
  const longest = sentAt ? LONGEST_TOLD_MS : LONGEST_KEPT_MS;
  return new Date(now.getTime() - Math.min(longest, Math.max(0, age)));
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
