import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { storedInstant } from '../../platform/text/date-range.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import {
  joinedGuestsJson,
  joinedOfficesJson,
  mayKnowContact,
  visibleTo,
  type ContactOwner,
  type VisitParties,
} from '../../visits/index.js';
import type { MailFate } from '../../platform/mail/mail-fate.js';
import type { MailState } from '../../platform/mail/mail-states.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** A mail without what it says. */
export interface MailLine {
  id: string;
  /** Place in the outbox: a whole number that only grows, as text because it may pass 2^53. */
  position: string;
  toName: string;
  /** Null for those who may not know it. */
  toEmail: string | null;
  /** Whether addresses and numbers are left out of it for this reader. */
  isContactHidden: boolean;
  subject: string;
  state: MailState;
  tries: number;
  nextTryAt: Date;
  lastError: string | null;
  lastFate: MailFate | null;
  /** Of mails of one visit and topic to one address only the newest is of use. */
  topic: string | null;
  /** Id and reference of the visit it is about. */
  visit: string | null;
  visitReference: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** Null for all but administrators: whoever knows it can have the address taken for dead. */
  messageId: string | null;
  calendarMethod: 'REQUEST' | 'CANCEL' | null;
  /** Whether its secrets were taken out, so that it cannot be sent as it was. */
  isRedacted: boolean;
}

/** A mail as it is read, with what decides who may know its address. */
export type MailRow = Omit<MailLine, 'toEmail' | 'isContactHidden' | 'messageId'> & {
  toEmail: string;
  messageId: string;
  about:
    | (Omit<VisitParties, 'submittedAt'> & {
        /** Instant, ISO 8601. */
        submittedAt: string | null;
      } & Pick<ContactOwner, 'homeUnit' | 'homeOffice'>)
    | null;
};

export const mailColumns = `m.id, m.position, m.recipient_name AS "toName", m.recipient_email AS "toEmail", m.subject,
  m.state, m.tries, m.next_try_at AS "nextTryAt", m.last_error AS "lastError",
  m.last_fate AS "lastFate", m.topic, v.id AS visit,
  v.reference AS "visitReference", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.message_id AS "messageId",
  m.calendar_method AS "calendarMethod", m.secrets = 'redacted' AS "isRedacted",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('state', v.state, 'submittedAt', v.submitted_at,
    'guestUnit', v.guest_unit, 'hostUnit', v.host_unit, 'guestRegionalOffice', g.regional_office,
    'hostRegionalOffice', h.regional_office,
    'joinedGuests', ${joinedGuestsJson}, 'askedGuests', '[]'::jsonb, 'joinedOffices', ${joinedOfficesJson},
    'homeUnit', CASE WHEN a.id IS NOT NULL THEN ${organisationOfPerson('a')} WHEN p.brought_by IS NOT NULL THEN p.brought_by
      WHEN p.side = 'guest' OR lower(g.email) = m.recipient_email THEN v.guest_unit WHEN p.side = 'host' OR lower(h.email) = m.recipient_email THEN v.host_unit END,
    'homeOffice', coalesce(a.regional_office, au.regional_office)) END AS about`;

// A stream need not be a visit: only what looks like an id is compared, so that the visit's primary key is used.
export const mailTables = `mail m
  LEFT JOIN (visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit)
    ON v.id = CASE WHEN m.stream ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN m.stream::uuid END
  LEFT JOIN person a ON a.email = m.recipient_email
  LEFT JOIN unit au ON au.code = a.unit
  LEFT JOIN LATERAL (SELECT x.side, x.brought_by FROM visit_participant x WHERE x.visit_id = v.id AND x.email = m.recipient_email
    ORDER BY x.created_at, x.id LIMIT 1) p ON true`;

/** The mail without what the reader may not know; administrators look after mail, so they know every address. */
export function mailFor<Row extends MailRow>(
  actor: Actor,
  row: Row,
): Omit<Row, 'about' | 'toEmail'> & MailLine {
  const { about: stored, toEmail, ...mail } = row;
  const about = stored && {
    ...stored,
    submittedAt: stored.submittedAt === null ? null : storedInstant(stored.submittedAt),
  };
  const owner = about && { ...about, email: toEmail, contactWrittenBy: null };
  const isKnown =
    can(actor, 'mails.oversee') || (about !== null && owner !== null && mayKnowContact(about, owner, actor));
  return {
    ...mail,
    toEmail: isKnown ? toEmail : null,
    messageId: can(actor, 'mails.oversee') ? mail.messageId : null,
    // What a server answers names the address.
    lastError: isKnown || mail.lastError === null ? mail.lastError : withoutContacts(mail.lastError),
    isContactHidden: !isKnown,
  };
}

/** Leaves only the mails somebody may see: an administrator all; others those of the visits they may see. */
export function visibleMails(actor: Actor, where: Conditions): void {
  if (can(actor, 'mails.oversee')) return;
  where.add(() => 'v.id IS NOT NULL');
  visibleTo(actor, where);
}
