import { wordsOf, type Named } from '../../platform/text/same-person.js';

/** What of an entry tells somebody without an address from others of the same name. */
interface Entry extends Named {
  side: ParticipantSide;
  broughtBy?: string | null | undefined;
  office: string | null;
  position: string | null;
  rank: string | null;
  nip: string | null;
  phone: string | null;
}

const tellingApart = ['side', 'broughtBy', 'office', 'position', 'rank', 'nip', 'phone'] as const;
const plainly = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/**
 * Whether two entries without an address are the same in all by which people are told apart. Who share a name are two
 * people as soon as a position, an office, a NIP or a telephone says so.
 */
export function isDouble(one: Entry, other: Entry): boolean {
  if (one.email !== null || other.email !== null) return false;
  const names = [one, other].map(({ name }) => [...wordsOf(name)].sort().join(' '));
  return (
    names[0] === names[1] && tellingApart.every((field) => plainly(one[field]) === plainly(other[field]))
  );
}

/** On whose side somebody takes part. */
export const participantSides = ['guest', 'host', 'invited'] as const;
export type ParticipantSide = (typeof participantSides)[number];

export const participantRoles = ['leader', 'member', 'speaker', 'minute-taker', 'observer'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

const byWeight = [
  'leader',
  'speaker',
  'minute-taker',
  'member',
  'observer',
] as const satisfies ParticipantRole[];

/** Of two roles the one that a visit could spare less. */
export const weightierRole = (one: ParticipantRole, other: ParticipantRole): ParticipantRole =>
  byWeight.find((role) => role === one || role === other) ?? one;

/** What somebody said to the invitation (RFC 5545, PARTSTAT). */
export const participantAnswers = ['needs-action', 'accepted', 'tentative', 'declined'] as const;
export type ParticipantAnswer = (typeof participantAnswers)[number];

/** Where somebody stands with an invitation: what was answered, or that there was nothing yet to answer. */
export const participantStandings = ['not-invited', ...participantAnswers] as const;
export type ParticipantStanding = (typeof participantStandings)[number];

/** Nobody owes an answer to an invitation that has not left: because it waits, failed, or is not to leave yet. */
export const standingOf = ({
  answer,
  invitedAt,
}: {
  answer: ParticipantAnswer;
  invitedAt?: Date | null;
}): ParticipantStanding => (answer === 'needs-action' && !invitedAt ? 'not-invited' : answer);
