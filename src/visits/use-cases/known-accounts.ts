import { Injectable } from '@nestjs/common';
import { OfficerFacts, type OfficerFact } from '../../people/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { actsFor } from '../../platform/security/capabilities.js';
import { normaliseEmail } from '../../platform/text/emails.js';

const official = ['position', 'rank', 'nip'] as const;
type Official = Partial<Record<(typeof official)[number], string | null | undefined>>;
/** Somebody as they are named. */
type Named = Official & { email?: string | null | undefined };

/** What an account says of its holder for official papers. @param withNip not where others than the own unit wrote the address down */
export const officialOf = ({ position, rank, nip }: OfficerFact, withNip: boolean): Official => ({
  position,
  rank,
  nip: withNip ? nip : null,
});

/** Whether something is not told that an account may say. */
const lacks = (given: Named): boolean => official.some((field) => !given[field]);

/** Looks up what accounts say of people who are named by their address. */
@Injectable()
export class KnownAccounts {
  constructor(private readonly officers: OfficerFacts) {}

  /** Everybody with an account at an organisation, by name. */
  everybodyAt(organisation: string): Promise<OfficerFact[]> {
    return this.officers.ofUnit(organisation);
  }

  /** The accounts of those of whom something was left out that an account may say. */
  async accountsOf(given: readonly Named[]): Promise<OfficerFact[]> {
    const addresses = given.flatMap((one) =>
      one.email && lacks(one) ? [normaliseEmail(one.email) ?? ''] : [],
    );
    return addresses.length > 0 ? this.officers.byAddress(addresses) : [];
  }
}

/**
 * People with what their accounts say: position, rank and NIP, as far as nothing was given. Of another organisation than the
 * visit's nothing is told, and a NIP goes to the own people alone.
 *
 * @param organisations those that take part
 */
export function filledIn<Given extends Named>(
  actor: Actor,
  organisations: readonly string[],
  given: readonly Given[],
  accounts: readonly OfficerFact[],
): Given[] {
  return given.map((one) => {
    const account = one.email
      ? accounts.find(({ email }) => email === normaliseEmail(one.email ?? ''))
      : undefined;
    const isOwn = account !== undefined && actsFor(actor, account.organisation);
    if (!account || !(isOwn || organisations.some((code) => code === account.organisation))) return one;
    const known = officialOf(account, isOwn);
    return { ...one, ...Object.fromEntries(official.map((field) => [field, one[field] ?? known[field]])) };
  });
}
