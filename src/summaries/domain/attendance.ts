import { groupedBy } from '../../platform/text/grouped.js';
import type { ParticipantSide } from '../../visits/domain/index.js';
import type { SideAttendance, SummaryContent } from './summary.js';

/** Names by what is known of their attendance, each list in the given order. */
export function attendanceOf(
  participants: readonly { name: string; attendance: string | null }[],
): SummaryContent['attendance'] {
  const named = (attendance: string | null) =>
    participants.filter((participant) => participant.attendance === attendance).map(({ name }) => name);
  return { present: named('present'), absent: named('absent'), unknown: named(null) };
}

interface Attending {
  side: ParticipantSide;
  /** The joined guest in whose part of the party they come; null for all others. */
  broughtBy: string | null;
  attendance: string | null;
}

/** Names of the organisations of a visit. */
export interface SideNames {
  guestUnitName: string;
  hostUnitName: string;
  joined: readonly { organisation: string; name: string }[];
}

/** How many came of each side: the guest, each that joined it, the host, and whom else was invited; none without people. */
export function sidesOf(participants: readonly Attending[], names: SideNames): SideAttendance[] {
  const bySide = groupedBy(participants, ({ side, broughtBy }) => `${side} ${broughtBy ?? ''}`);
  const count = (side: ParticipantSide, broughtBy: string, name: string): SideAttendance[] => {
    const people = bySide.get(`${side} ${broughtBy}`) ?? [];
    if (people.length === 0) return [];
    const marked = (attendance: string | null) =>
      people.filter((one) => one.attendance === attendance).length;
    return [{ side, name, invited: people.length, came: marked('present'), unmarked: marked(null) }];
  };
  return [
    ...count('guest', '', names.guestUnitName),
    ...names.joined.flatMap(({ organisation, name }) => count('guest', organisation, name)),
    ...count('host', '', names.hostUnitName),
    ...count('invited', '', ''),
  ];
}
