import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { attendanceWords } from '../../visits/index.js';
import type { StandingAttendance } from '../use-cases/mark-attendance.js';

/** Tells somebody whose tap came late what stands instead of it, in their own zone. */
export function standingWords({ name, attendance, byName, at }: StandingAttendance, actor: Actor): string {
  const by = byName ? `dicatat ${byName} ` : 'dicatat ';
  return `${name}: yang berlaku “${attendanceWords[attendance]}”, ${by}lebih baru, ${formatMoment(at, actor.timeZone)}.`;
}
