import type { BulkMail, MailCause } from './mail-states.js';

/** An iCalendar object that goes with a mail; its METHOD is repeated in the MIME part (RFC 6047 section 2.4). */
export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL';
  content: string;
  /** What its ORGANIZER is called: one address has one name, so the mail that is From it is called so, too. */
  organizer?: string | null;
}

/** A file that goes with a mail. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** What a mail says, and to whom. */
interface Letter {
  /** Mails of one stream (a visit's id) to one address leave in the order they were posted. */
  stream: string | null;
  to: { name: string; email: string };
  subject: string;
  text: string;
  html: string;
}

/** A mail to post. */
export interface OutgoingMail extends Letter {
  /** A mail with a key that was posted before is not stored again. */
  key: string;
  /** Of mails of one stream and topic to one address only the newest is of use: an older one that waits never leaves. */
  topic?: string;
  /** What it is of use for only as long as it lasts. */
  cause?: MailCause;
  /** What of it people may say that they no longer want; left out for what they need. */
  bulk?: BulkMail;
  /** What whoever has no account is sent instead: nothing in it leads to a page that needs one. */
  withoutAccount?: { text: string; html: string };
  calendar?: CalendarPart;
  attachments?: readonly Attachment[];
}

/** A mail as the outbox holds it and the transport sends it. */
export interface StoredMail extends Letter {
  id: string;
  /** Place in the outbox: a whole number that only grows, as text because it may pass 2^53. */
  position: string;
  messageId: string;
  /** The bare address that answers and bounces of this recipient go to; null for that of all mails. */
  returnAddress: string | null;
  calendar: CalendarPart | null;
  attachments: readonly Attachment[];
  createdAt: Date;
  /** Message-ID of the first mail of the stream to the recipient; null for that one itself. */
  firstMessageId: string | null;
  /** Where one says that one no longer wants mails of this kind; null for what one needs. */
  refusalUrl: string | null;
}
