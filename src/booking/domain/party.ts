import type { PastedPerson } from '../../platform/text/pasted-people/parse-people.js';
import { readPasted, type PastedList } from '../../platform/text/pasted-people/pasted-list.js';
import { isSamePerson } from '../../platform/text/same-person.js';
import { isDouble, visitFields } from '../../visits/domain/index.js';
import type { TypedParty } from './booking-input.js';

/** Somebody of the own unit who can come along. */
export interface OwnPerson {
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  rank: string | null;
  nip: string | null;
}

/** Somebody who comes along. */
export interface PartyMember {
  name: string;
  office: string | null;
  position: string | null;
  rank: string | null;
  nip: string | null;
  email: string | null;
  phone: string | null;
  side: 'guest' | 'invited';
  role: 'leader' | 'member';
}

export interface Party {
  members: PartyMember[];
  /** The list pasted for the own unit, and the one for others. */
  pasted: PastedList;
  outsiders: PastedList;
  /** Named more than once and taken once, by mail address. */
  twice: string[];
  /** Size of the guest's party; null when what was typed is no such number. */
  size: number | null;
}

const { most: MOST } = visitFields.partySize;

type Given = Omit<PartyMember, 'role'>;

const given =
  (side: PartyMember['side'], own: string | null) =>
  (person: PastedPerson): Given => ({
    name: person.name,
    office: person.office ?? own,
    position: person.position,
    rank: person.rank,
    nip: person.nip,
    email: person.email,
    phone: person.phone,
    side,
  });

/** What tells a member from the others. */
export const memberKey = ({ email, name }: Pick<PartyMember, 'email' | 'name'>): string =>
  email === null ? name : `${email} ${name}`;

/** Each person once, as far as an address or what stands beside the name tells: whoever was ticked or named first stays. */
function once(all: readonly Given[]): { kept: Given[]; twice: string[] } {
  const [kept, twice] = [[] as Given[], [] as string[]];
  for (const person of all) {
    if (kept.some((other) => isSamePerson(other, person) || isDouble(other, person))) twice.push(person.name);
    else kept.push(person);
  }
  return { kept, twice };
}

function sizeOf(typed: string, guests: number): number | null {
  if (typed === '') return Math.max(guests, 1);
  const size = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return size >= 1 && size <= MOST ? size : null;
}

/**
 * The party of a form: the own unit's people who were ticked, then both lists.
 *
 * @param ownUnit name of the own unit, the office of its people
 */
export function gatherParty(typed: TypedParty, own: readonly OwnPerson[], ownUnit: string | null): Party {
  const pasted = readPasted(typed.pasted, typed.pastedColumns);
  const outsiders = readPasted(typed.outsiders, typed.outsiderColumns, 'office');
  const ticked = own
    .filter(({ personId }) => typed.officers.includes(personId))
    .map(({ name, email, phone, position, rank, nip }): Given => ({
      name,
      office: ownUnit,
      ...{ position, rank, nip },
      email,
      phone,
      side: 'guest',
    }));
  const { kept, twice } = once([
    ...ticked,
    ...pasted.people.map(given('guest', ownUnit)),
    ...outsiders.people.map(given(typed.outsiderSide, null)),
  ]);
  const guests = kept.filter(({ side }) => side === 'guest');
  const leader =
    guests.find((person) => memberKey(person) === typed.leader) ??
    guests.find(({ email }) => email === typed.leader) ??
    guests[0];
  return {
    members: kept.map((person) => ({ ...person, role: person === leader ? 'leader' : 'member' })),
    pasted,
    outsiders,
    twice,
    size: sizeOf(typed.size, guests.length),
  };
}
