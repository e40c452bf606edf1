import { groupedBy } from '../../platform/text/grouped.js';
import { wasThere, type Attendance, type ParticipantSide } from '../../visits/domain/index.js';
import type { AttendedNames, SideAttendance } from './summary.js';

interface Named {
  name: string;
  attendance: Attendance | null;
  representedBy: string | null;
}

/** Names by what is known of their attendance, each list in the given order. */
export function attendanceOf(participants: readonly Named[]): AttendedNames {
  const named = (attendance: Attendance | null) =>
    participants.filter((participant) => participant.attendance === attendance).map(nameOf);
  return {
    present: named('present'),
    late: named('late'),
    excused: named('excused'),
    absent: named('absent'),
    represented: named('represented'),
    unknown: named(null),
  };
}

/** Who came instead stands behind the name. */
const nameOf = ({ name, representedBy }: Named): string =>
  representedBy === null ? name : `${name} (oleh ${representedBy})`;

interface Attending {
  side: ParticipantSide;
  /** The joined guest in whose part of the party they come; null for all others. */
  broughtBy: string | null;
  attendance: Attendance | null;
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
    const came = people.filter(({ attendance }) => wasThere(attendance)).length;
    const unmarked = people.filter(({ attendance }) => attendance === null).length;
    return [{ side, name, invited: people.length, came, unmarked }];
  };
  return [
    ...count('guest', '', names.guestUnitName),
    ...names.joined.flatMap(({ organisation, name }) => count('guest', organisation, name)),
    ...count('host', '', names.hostUnitName),
    ...count('invited', '', ''),
  ];
}
