/** A delivery that failed for good, as the server that gave it up reports it (RFC 3464). */
export interface Bounce {
  /** The address it was for, in lower case. */
  recipient: string;
  /** One line: enhanced status code and what the server said. */
  reason: string;
  /** Message-ID of the mail that came back, with its angle brackets; null when the report leaves it out. */
  messageId: string | null;
}

/**
 * Reads the failures of a delivery status report; delays and successes are none.
 *
 * @param status the message/delivery-status part
 * @param returned the message, or its header, that came back; empty when left out
 */
export function readBounces(status: string, returned: string): Bounce[] {
  const messageId = /^message-id:\s*(<[^<>\s]+>)/im.exec(returned)?.[1] ?? null;
  const groups = status.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  return groups.flatMap((group) => {
    const field = fieldsOf(group);
    const recipient = /@/.test(field('final-recipient'))
      ? field('final-recipient')
      : field('original-recipient');
    const email = recipient
      .replace(/^[^;]*;\s*/, '')
      .replace(/^<|>$/g, '')
      .toLowerCase();
    if (field('action').toLowerCase() !== 'failed' || !/^[^\s@]+@[^\s@]+$/.test(email)) return [];
    const said = field('diagnostic-code').replace(/^[^;]*;\s*/, '');
    const reason = [field('status'), said].filter(Boolean).join(' ').slice(0, 500);
    return [{ recipient: email, reason: reason || 'tidak terkirim', messageId }];
  });
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
