import type { StoredMail } from './outgoing-mail.js';

/** How a mail leaves the house, or is kept in it. */
export abstract class MailTransport {
  /** How many mails it takes at once. */
  abstract readonly lanes: number;
  /** Whether mails go out to their addressees. */
  abstract readonly leavesTheHouse: boolean;

  /** Hands one mail over for good; the promise fails when that is not certain. */
  abstract send(mail: StoredMail): Promise<void>;
}
