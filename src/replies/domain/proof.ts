import type { ReturnRecipient } from './incoming-mail.js';
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
  owners: readonly ReturnRecipient[];
}

/** Somebody in a visit, as mails can be told to be theirs. */
export interface Mailbox {
  visitId: string;
  /** The invited address, in lower case. */
  email: string;
  /** Other addresses of the same person, by the word of an officer. */
  aliases: readonly string[];
}

/**
 * Whether a mail is by one invited person of a visit. A secret that only that person was told proves it, or the own
 * server's word for the sender's domain. A mail with two authors has none (RFC 7489 section 6.6.1 rejects it).
 */
export function proofOf(
  { senders, verification, owners }: Evidence,
  person: Mailbox,
): Authenticated | Unproven {
  const { visitId, email } = person;
  if (senders.length > 1) return { isDisowned: false };
  const hasToken = owners.some((owner) => owner.stream === visitId && owner.email === email);
  const isVerified = verification === 'pass' && senders.some((sender) => isAddressOf(sender, person));
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
  owners: readonly ReturnRecipient[],
): Authenticated | Unproven {
  const isOurs =
    returned === null
      ? owners.length === 1 && owners[0]?.email === email
      : returned.recipient.toLowerCase() === email;
  return isOurs ? authenticated(email) : { isDisowned: false };
}

/**
 * Whose mail it was that a forwarder could not pass on: the report names one address alone, which is none that the
 * stream's mails go to, and proves by a secret of one recipient which mail it is about.
 *
 * @param bounces all that the report names
 * @param isWrittenTo whether mails of the stream go to one of its addresses
 */
export function forwardedProof(
  bounces: readonly { recipients: readonly string[] }[],
  returned: OwnMail | null,
  owners: readonly ReturnRecipient[],
  isWrittenTo: boolean,
): Authenticated | Unproven {
  const email = returned
    ? returned.recipient.toLowerCase()
    : owners.length === 1
      ? owners[0]?.email
      : undefined;
  return bounces.length === 1 && email !== undefined && !isWrittenTo
    ? authenticated(email)
    : { isDisowned: false };
}

/** Whether two addresses are of one mailbox, with or without something after a plus (RFC 5233). */
export function isMailboxOf(sender: string, email: string): boolean {
  return sender === email || withoutDetail(sender) === withoutDetail(email);
}

const withoutDetail = (address: string): string => address.replace(/(?<=[^+])\+[^@]*@/, '@');

/** Whether an address is of somebody's mailbox, or of another one that was said to be the same person's. */
export function isAddressOf(
  address: string,
  { email, aliases }: Pick<Mailbox, 'email' | 'aliases'>,
): boolean {
  return isMailboxOf(address, email) || aliases.includes(address);
}
