import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { newId } from '../../platform/text/tokens.js';
import type { NewParticipant, PersonBody } from '../../visits/index.js';
import { TripError } from '../domain/error-codes.js';
import type { TripMemberRow } from '../storage/trip-repository.js';

/** Somebody who comes along, as given; a NIP that is left out stays as it is, since nobody is shown it whole. */
export interface GivenMember extends PersonBody {
  role?: 'leader' | 'member';
}

/** What is told of somebody alike in the party and in each leg. */
export const personFields = ['name', 'office', 'position', 'rank', 'nip', 'email', 'phone'] as const;

/** Somebody of the party as a participant of a leg. */
export function participantOf(member: TripMemberRow): NewParticipant {
  const { name, office, position, rank, nip, email, phone, role } = member;
  return { name, office, position, rank, nip, email, phone, role, side: 'guest' };
}

/** What tells somebody from the others: the address, or the name of who has none. */
const keyOf = ({ name, email }: { name: string; email: string | null }): string =>
  `${email ?? ''} ${name.trim().toLowerCase()}`;

/**
 * The party as rows: whoever is in it already stays the same member; the first leads unless somebody else is said to.
 *
 * @throws TripError `trip-member-twice`
 */
export function membersFrom(
  tripId: string,
  given: readonly GivenMember[],
  before: readonly TripMemberRow[],
): TripMemberRow[] {
  const known = new Map(before.map((member) => [keyOf(member), member]));
  const leader = given.find(({ role }) => role === 'leader') ?? given[0];
  const members = given.map((one, line): TripMemberRow => {
    const email = one.email ? normaliseEmail(one.email) : null;
    const name = one.name.trim();
    const standing = known.get(keyOf({ name, email }));
    return {
      ...{ id: standing?.id ?? newId(), tripId, line, name, email },
      office: one.office ?? null,
      position: one.position ?? null,
      rank: one.rank ?? null,
      nip: one.nip === undefined ? (standing?.nip ?? null) : one.nip,
      phone: one.phone ? normalisePhone(one.phone) : null,
      role: one === leader ? 'leader' : 'member',
    };
  });
  if (new Set(members.map(keyOf)).size < members.length) throw new TripError('trip-member-twice');
  return members;
}
