import { comparableEmail, isOneAddress } from '../../platform/text/emails.js';
import { statusIn, UNKNOWN_STATUS } from '../../platform/text/delivery-status.js';

/** A delivery that failed for good, as the server that gave it up reports it (RFC 3464). */
export interface Bounce {
  /** The address it failed at and the one it was sent to, which a forwarding makes two; in lower case. */
  recipients: string[];
  /** Enhanced status code (RFC 3463). */
  status: string;
  /** Message-ID of the mail that came back, with its angle brackets; null when the report leaves it out. */
  messageId: string | null;
}

/** Of a report no more is read; one of ours has one recipient. */
const LONGEST = 64 * 1024;
const MOST_GROUPS = 20;

/**
 * Reads the failures of a delivery status report; delays and successes are none.
 *
 * @param status the message/delivery-status part
 * @param returned the message, or its header, that came back; empty when left out
 */
export function readBounces(status: string, returned: string): Bounce[] {
  const messageId =
    /^message-id:\s*(<[^<>\s\p{Cc}]{1,300}>)/imu.exec(returned.slice(0, LONGEST))?.[1] ?? null;
  const groups = status
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, MOST_GROUPS);
  return groups.flatMap((group) => {
    const field = fieldsOf(group);
    if (field('action').toLowerCase() !== 'failed') return [];
    const addresses = [mailboxIn(field('final-recipient')), mailboxIn(field('original-recipient'))];
    const code = failureStatus(field('status'), field('diagnostic-code'));
    const known = [...new Set(addresses.filter((address) => address !== null))];
    return known.length === 0 ? [] : [{ recipients: known, status: code, messageId }];
  });
}

/** `rfc822; <sari@contoh.test>` without what is around the address; null when there is none. */
function mailboxIn(field: string): string | null {
  const email = comparableEmail(field.replace(/^[^;]*;\s*/, '').replace(/^<|>$/g, ''));
  return isOneAddress(email) ? email : null;
}

/** The Status field; where that says nothing, the code in what the other server answered. */
function failureStatus(status: string, diagnostic: string): string {
  const given = statusIn(status);
  const isVague = given === null || given.endsWith('.0.0');
  return (isVague ? statusIn(diagnostic) : null) ?? given ?? UNKNOWN_STATUS;
}

/** Looks up a field of a header group, folded lines joined; empty when it is not there. */
function fieldsOf(group: string): (name: string) => string {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim());
  }
  return (name) => fields.get(name) ?? '';
}
