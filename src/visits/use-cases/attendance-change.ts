import type { Actor } from '../../platform/security/actor.js';
import { isRepresented } from '../domain/attendance.js';
import { VisitError } from '../domain/error-codes.js';
import type { FieldChange } from '../domain/field-changes.js';
import type { ParticipantRow } from '../storage/participant-repository.js';
import type { ParticipantAnswer } from '../domain/participant.js';

/** What may be changed of a participant; what is left out stays. */
export type ParticipantChange = Partial<
  Pick<
    ParticipantRow,
    | 'name'
    | 'office'
    | 'position'
    | 'rank'
    | 'nip'
    | 'email'
    | 'phone'
    | 'role'
    | 'attendance'
    | 'representedBy'
  >
> & {
  /** That somebody who came unasked was looked at. */
  walkIn?: 'seen';
  answer?: ParticipantAnswer;
  /** When the attendance was seen; without it now. */
  attendanceAt?: Date;
  /** The entry of a device that the attendance came by. */
  attendanceEntry?: string | null;
};

/** What is told of the day; the party itself stays. */
const ofAttendance: readonly string[] = [
  'participant.attendance',
  'participant.representedBy',
  'participant.walkIn',
];

/** Whether nothing but who was there changes. */
export const isAttendanceAlone = (changes: readonly FieldChange[]): boolean =>
  changes.every(({ field }) => ofAttendance.includes(field));

/** When and by whom somebody was seen; the same said again is known to be newer, and stays whose it was. */
export function seen(
  { personId, name }: Actor,
  standing: ParticipantRow,
  { attendance, attendanceAt, attendanceEntry }: ParticipantChange,
  lateAt: Date | null,
  now: Date,
): Partial<ParticipantRow> {
  const at = { attendanceAt: attendanceAt ?? now, attendanceEntry: attendanceEntry ?? null };
  if (standing.attendance === attendance) {
    return { ...at, attendanceLateAt: standing.attendanceLateAt && lateAt };
  }
  return {
    ...at,
    attendanceLateAt: lateAt,
    attendanceBy: personId,
    attendanceByName: name,
    attendanceOwn: false,
  };
}

/**
 * Names who came instead where the attendance says that somebody did, and nobody where it does not.
 *
 * @throws VisitError `representative-missing`
 */
export function withRepresentative(change: ParticipantChange, standing: ParticipantRow): ParticipantChange {
  const { attendance, representedBy, walkIn, ...rest } = change;
  // Whoever was on the list from the first did not come unasked.
  const looked = walkIn && standing.walkIn ? { walkIn } : {};
  if (!attendance) return { ...rest, ...looked };
  if (!isRepresented(attendance)) return { ...rest, ...looked, attendance, representedBy: null };
  const named = representedBy ?? standing.representedBy;
  if (!named) throw representativeMissing();
  return { ...rest, ...looked, attendance, representedBy: named };
}

/** @returns the error of an attendance that says somebody else came, and not who */
export const representativeMissing = (): VisitError =>
  new VisitError('representative-missing', {}, [
    { field: 'representedBy', message: 'Tulis nama orang yang mewakili' },
  ]);
