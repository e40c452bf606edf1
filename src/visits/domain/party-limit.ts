import type { Refusal } from './visit-states.js';

/** A party, and what its host receives. */
export interface CountedParty {
  /** The larger of the size that was typed and the number of guests who did not decline. */
  partyCount: number;
  /** The host's limit, or what it agreed upon for this visit where that is more; null for none. */
  largestParty: number | null;
}

/**
 * How many guests come: the size that was typed, or the people who are named where they are more. `partyCount` of
 * `queries/visit-facts.ts` says the same of a stored visit.
 */
export const partySize = (typed: number, guests: number): number => Math.max(typed, guests);

/** What the host's limit has against a party; null when it fits. */
export function partyFault({ partyCount, largestParty }: CountedParty): Refusal | null {
  if (largestParty === null || partyCount <= largestParty) return null;
  return {
    code: 'party-too-large',
    facts: { party: partyCount, largestParty },
    faults: [{ field: 'partySize', message: 'Melebihi rombongan terbesar UPT tujuan' }],
  };
}

/** Whether a change lets a party outgrow its host's limit; one that stays beyond it, or shrinks, does not. */
export const outgrows = (before: CountedParty, after: CountedParty): boolean =>
  after.partyCount > before.partyCount && partyFault(after) !== null;
