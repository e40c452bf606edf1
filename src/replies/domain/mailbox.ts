/** Where a mailbox is and how to get in. */
export interface Mailbox {
  host: string;
  port: number;
  secure: boolean;
  auth: { user: string; pass: string };
  name: string;
}

/**
 * Reads `imap[s]://user:password@host[:port][/mailbox]` (RFC 5092, with the password); INBOX unless named. User and
 * password are percent-encoded.
 */
export function mailboxOf(url: string): Mailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    name: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  };
}
