import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { mustEncrypt } from '../../platform/mail/encryption.js';
import { mailboxOf, type MailboxAccess } from '../domain/mailbox.js';

/** Who talks with the server of a mailbox, and the mailbox. */
export interface MailboxClient {
  client: ImapFlow;
  access: MailboxAccess;
}

/** A client that is not connected yet. @param url that of IMAP_URL */
export async function mailboxClient(
  url: string,
  options: Partial<ImapFlowOptions> = {},
): Promise<MailboxClient> {
  const { ImapFlow } = await import('imapflow');
  const access = mailboxOf(url);
  const { host, port, secure, auth } = access;
  // Without it a password goes out in clear to a server that does not offer STARTTLS, or whose offer was taken out.
  const doSTARTTLS = mustEncrypt(url) ? true : undefined;
  const client = new ImapFlow({ host, port, secure, auth, doSTARTTLS, logger: false, ...options });
  return { client, access };
}
