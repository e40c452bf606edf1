/** An iCalendar object that goes with a mail; its METHOD is repeated in the MIME part (RFC 6047 section 2.4). */
export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL';
  content: string;
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
}
