import type { CalendarPart, StoredMail } from './outgoing-mail.js';
import type { Tried } from './retry.js';

/** A mail that this process alone sends now. */
export interface ClaimedMail extends StoredMail, Tried {
  /** The recipient's domain, in lower case. */
  domain: string;
}

/** The same as the database gives it. */
export interface ClaimedRow {
  id: string;
  position: string;
  stream: string | null;
  recipient_name: string;
  recipient_email: string;
  subject: string;
  body_text: string;
  body_html: string;
  calendar_method: CalendarPart['method'] | null;
  calendar_content: string | null;
  calendar_organizer: string | null;
  message_id: string;
  created_at: Date;
  tries: number;
  doubts: number;
  queued_at: Date;
  domain: string;
  return_token: string | null;
  first_message_id: string | null;
  refusal_token: string | null;
  attachments: { filename: string; contentType: string; content: string }[] | null;
}

/** @param addresses those that only this mail knows */
export function claimedMail(
  row: ClaimedRow,
  addresses: Pick<StoredMail, 'returnAddress' | 'refusalUrl'>,
): ClaimedMail {
  const { calendar_method: method, calendar_content: content, calendar_organizer: organizer } = row;
  return {
    id: row.id,
    position: row.position,
    stream: row.stream,
    to: { name: row.recipient_name, email: row.recipient_email },
    domain: row.domain,
    subject: row.subject,
    text: row.body_text,
    html: row.body_html,
    calendar: method !== null && content !== null ? { method, content, organizer } : null,
    attachments: (row.attachments ?? []).map((file) => ({
      ...file,
      content: Buffer.from(file.content, 'base64'),
    })),
    messageId: row.message_id,
    ...addresses,
    firstMessageId: row.first_message_id,
    createdAt: row.created_at,
    tries: row.tries,
    doubts: row.doubts,
    queuedAt: row.queued_at,
  };
}
