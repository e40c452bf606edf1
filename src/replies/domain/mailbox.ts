/** Where a mailbox is and how to get in. */
export interface MailboxAccess {
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
export function mailboxOf(url: string): MailboxAccess {
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

/** Names a mailbox among all that were ever read. */
export const mailboxKey = ({ auth, host, name }: MailboxAccess): string => `${auth.user}@${host}/${name}`;
