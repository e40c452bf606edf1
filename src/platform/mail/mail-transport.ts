import type { StoredMail } from './outgoing-mail.js';

/** How a mail leaves the house. */
export abstract class MailTransport {
  /** Hands one mail over for good; the promise fails when that is not certain. */
  abstract send(mail: StoredMail): Promise<void>;
}
