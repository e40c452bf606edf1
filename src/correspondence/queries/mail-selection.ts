import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from '../../visits/index.js';
import type { MailState } from '../domain/mail-states.js';

/** A mail without what it says. */
export interface MailLine {
  id: string;
  /** Place in the outbox: a whole number that only grows, as text because it may pass 2^53. */
  position: string;
  toName: string;
  toEmail: string;
  subject: string;
  state: MailState;
  tries: number;
  nextTryAt: Date;
  lastError: string | null;
  /** Id and reference of the visit it is about. */
  visit: string | null;
  visitReference: string | null;
  createdAt: Date;
  sentAt: Date | null;
  messageId: string;
  calendarMethod: 'REQUEST' | 'CANCEL' | null;
  /** Whether its secrets were taken out, so that it cannot be sent as it was. */
  isRedacted: boolean;
}

export const mailColumns = `m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError", v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted"`;

// A stream need not be a visit: only what looks like an id is compared, so that the visit's primary key is used.
export const mailTables = `mail m
  LEFT JOIN visit v ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN unit g ON g.code = v.guest_unit
  LEFT JOIN unit h ON h.code = v.host_unit`;

/** Leaves only the mails somebody may see: an administrator all; others those of the visits they may see. */
export function visibleMails(actor: Actor, where: Conditions): void {
  if (actor.role === 'administrator') return;
  where.add(() => 'v.id IS NOT NULL');
  visibleTo(actor, where);
}
