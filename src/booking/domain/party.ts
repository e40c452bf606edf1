import type { TypedParty } from './booking-input.js';
import { parseParty, type PasteFault, type PastedPerson } from './party-paste.js';

/** Somebody of the own unit who can come along. */
export interface OwnPerson {
  personId: string;
  name: string;
  email: string;
  phone: string | null;
}

/** Somebody who comes along. */
export interface PartyMember {
  name: string;
  office: string | null;
  email: string | null;
  phone: string | null;
  side: 'guest' | 'invited';
  role: 'leader' | 'member';
}

export interface Party {
  members: PartyMember[];
  /** Of the list pasted for the own unit, and of the one for others. */
  pastedFaults: PasteFault[];
  outsiderFaults: PasteFault[];
  /** Named more than once and taken once, by mail address. */
  twice: string[];
  /** Size of the guest's party; null when what was typed is no such number. */
  size: number | null;
}

const MOST = 1000;

type Given = Omit<PartyMember, 'role'>;

const given =
  (side: PartyMember['side'], own: string | null) =>
  (person: PastedPerson): Given => ({
    name: person.name,
    office: person.office ?? own,
    email: person.email,
    phone: person.phone,
    side,
  });

/** What tells a member from the others: the mail address, else the name. */
export const memberKey = ({ email, name }: Pick<PartyMember, 'email' | 'name'>): string => email ?? name;

/** Each mail address once: whoever was ticked or named first stays. */
function once(all: readonly Given[]): { kept: Given[]; twice: string[] } {
  const [seen, kept, twice] = [new Set<string>(), [] as Given[], [] as string[]];
  for (const person of all) {
    if (person.email !== null && seen.has(person.email)) {
      twice.push(person.name);
      continue;
    }
    if (person.email !== null) seen.add(person.email);
    kept.push(person);
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
  const pasted = parseParty(typed.pasted);
  const outsiders = parseParty(typed.outsiders);
  const ticked = own
    .filter(({ personId }) => typed.officers.includes(personId))
    .map(({ name, email, phone }): Given => ({ name, office: ownUnit, email, phone, side: 'guest' }));
  const { kept, twice } = once([
    ...ticked,
    ...pasted.people.map(given('guest', ownUnit)),
    ...outsiders.people.map(given(typed.outsiderSide, null)),
  ]);
  const guests = kept.filter(({ side }) => side === 'guest');
  const leader = guests.find((person) => memberKey(person) === typed.leader) ?? guests[0];
  return {
    members: kept.map((person) => ({ ...person, role: person === leader ? 'leader' : 'member' })),
    pastedFaults: pasted.faults,
    outsiderFaults: outsiders.faults,
    twice,
    size: sizeOf(typed.size, guests.length),
  };
}
