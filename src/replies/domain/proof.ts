import type { AddressOwner } from './incoming-mail.js';
import type { Verification } from './authentication-results.js';

declare const proved: unique symbol;

/**
 * A mail of which it is certain who wrote it. Whatever a mail changes asks for this, and this file alone makes one:
 * what has no proof cannot change anything.
 */
export interface Authenticated {
  readonly [proved]: true;
  /** The invited address that is proved, in lower case. */
  readonly email: string;
}

/** A mail that anybody may have written. */
export interface Unproven {
  /** Whether the own server says that the sender's domain disowns it. */
  readonly isDisowned: boolean;
}

const authenticated = (email: string): Authenticated => ({ email }) as Authenticated;

export const isAuthenticated = (proof: Authenticated | Unproven): proof is Authenticated => 'email' in proof;

/** What a mail brings along that can prove who wrote it. */
export interface Evidence {
  /** Every address in From, in lower case. */
  senders: readonly string[];
  /** What the own server found out about the domain of From. */
  verification: Verification;
  /** Whose return addresses the mail names: their tokens are known to them alone. */
  owners: readonly AddressOwner[];
}

/**
 * Whether a mail is by one invited person of a visit. A secret that only that person was told proves it, or the own
 * server's word for the sender's domain. A mail with two authors has none (RFC 7489 section 6.6.1 rejects it).
 *
 * @param email the invited address, in lower case
 */
export function proofOf(
  { senders, verification, owners }: Evidence,
  visitId: string,
  email: string,
): Authenticated | Unproven {
  if (senders.length > 1) return { isDisowned: false };
  const hasToken = owners.some((owner) => owner.stream === visitId && owner.email === email);
  const isVerified = verification === 'pass' && senders.some((sender) => isMailboxOf(sender, email));
  return hasToken || isVerified ? authenticated(email) : { isDisowned: verification === 'fail' };
}

/** A mail that we sent, as the outbox knows it. */
export interface OwnMail {
  stream: string | null;
  recipient: string;
}

/**
 * Whether a report that mail to an address failed is about a mail of ours to that address. Its Message-ID is known only
 * to who got it and to the servers on the way; so is the return address it was sent from.
 *
 * @param email the address that failed, in lower case
 * @param returned the mail that came back, when the report names one of ours
 */
export function bounceProof(
  email: string,
  returned: OwnMail | null,
  owners: readonly AddressOwner[],
): Authenticated | Unproven {
  const isOurs =
    returned === null
      ? owners.length === 1 && owners[0]?.email === email
      : returned.recipient.toLowerCase() === email;
  return isOurs ? authenticated(email) : { isDisowned: false };
}

/** Whether mail from `sender` is from the mailbox `email`, with or without something after a plus (RFC 5233). */
export function isMailboxOf(sender: string, email: string): boolean {
  return sender === email || sender.replace(/\+[^@]*@/, '@') === email;
}
