import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../database/checks.js';
import { IdentityColumn } from '../database/identity-column.js';
import type { MailFate } from './mail-fate.js';
import {
  bulkMails,
  mailCauses,
  mailSecrets,
  mailStates,
  type BulkMail,
  type MailCause,
  type MailSecrets,
  type MailState,
} from './mail-states.js';
import type { CalendarPart } from './outgoing-mail.js';

/** A mail of the outbox. */
@Entity('mail')
@Index('mail_kept_body_idx', ['createdAt'], { where: 'body_dropped_at IS NULL' })
@Index('mail_order_idx', { synchronize: false })
@Index('mail_queue_idx', { synchronize: false })
@Index('mail_secrets_idx', ['position'], { where: `(secrets = 'held') AND (state <> 'queued')` })
@Index('mail_state_idx', ['state', 'position'])
@Index('mail_topic_idx', ['stream', 'topic'], { where: 'topic IS NOT NULL' })
@Index('mail_sent_idx', ['sentAt'], { where: 'sent_at IS NOT NULL' })
@Index('mail_stream_idx', ['stream', 'position'], { where: 'stream IS NOT NULL' })
@Check('mail_body_dropped_check', `(body_dropped_at IS NULL) OR (state <> 'queued')`)
@Check('mail_bulk_check', isOneOf('bulk', bulkMails))
@Check(
  'mail_calendar_check',
  `((calendar_method IS NULL) = (calendar_content IS NULL)) AND ((calendar_method IS NULL) OR (calendar_method IN ('REQUEST', 'CANCEL')))`,
)
@Check('mail_cause_check', isOneOf('cause', mailCauses))
@Check('mail_doubts_check', 'doubts BETWEEN 0 AND 3')
@Check('mail_last_error_check', `(state <> 'failed') OR (last_error IS NOT NULL)`)
@Check(
  'mail_last_fate_check',
  `last_fate IN ('server-fault', 'sender-blocked', 'later', 'in-doubt', 'refused', 'address-dead')`,
)
@Check('mail_redacted_check', `(secrets <> 'redacted') OR (state <> 'queued')`)
@Check('mail_reference_check', '(length(reference) >= 1) AND (length(reference) <= 64)')
@Check('mail_secrets_check', isOneOf('secrets', mailSecrets))
@Check('mail_sent_at_check', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Check('mail_state_check', isOneOf('state', mailStates))
@Check('mail_tries_check', 'tries >= 0')
export class MailEntity {
  @PrimaryColumn('uuid')
  id: string;

  @IdentityColumn()
  position: string;

  /** A mail with a key that was posted before is not stored again. */
  @Column({ type: 'text', unique: true })
  key: string;

  @Column({ type: 'text', nullable: true })
  stream: string | null;

  @Column('text')
  recipientName: string;

  @Column('text')
  recipientEmail: string;

  @Column('text')
  subject: string;

  @Column('text')
  bodyText: string;

  @Column('text')
  bodyHtml: string;

  @Column({ type: 'text', nullable: true })
  calendarMethod: CalendarPart['method'] | null;

  @Column({ type: 'text', nullable: true })
  calendarContent: string | null;

  /** What the ORGANIZER of the calendar part is called. */
  @Column({ type: 'text', nullable: true })
  calendarOrganizer: string | null;

  @Column({ type: 'text', unique: true })
  messageId: string;

  /** The request or job that it comes from, as the log names it. */
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column({ type: 'text', default: 'queued' })
  state: MailState;

  @Column({ type: 'integer', default: 0 })
  tries: number;

  @Column('timestamptz')
  nextTryAt: Date;

  @Column({ type: 'text', nullable: true })
  lastError: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  /** Tries after which it may have arrived. */
  @Column({ type: 'integer', default: 0 })
  doubts: number;

  @Column({ type: 'timestamptz', nullable: true })
  triedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  requeuedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  lastFate: MailFate | null;

  @Column({ type: 'text', default: 'none' })
  secrets: MailSecrets;

  /** Of mails of one stream and topic to one address only the newest is of use. */
  @Column({ type: 'text', nullable: true })
  topic: string | null;

  @Column({ type: 'text', nullable: true })
  cause: MailCause | null;

  @Column({ type: 'text', nullable: true })
  bulk: BulkMail | null;

  /** When its text and files were dropped, since it was old. */
  @Column({ type: 'timestamptz', nullable: true })
  bodyDroppedAt: Date | null;
}

/** A file that goes with a mail. */
@Entity('mail_attachment')
@Check('mail_attachment_content_check', 'octet_length(content) <= 10485760')
export class MailAttachmentEntity {
  @ForeignKey(() => MailEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  mailId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  filename: string;

  @Column('text')
  contentType: string;

  @Column('bytea')
  content: Buffer;
}

/** Who is sending a mail, until when. */
@Entity('mail_lease')
@Index('mail_lease_holder_idx', ['holder'])
export class MailLeaseEntity {
  @ForeignKey(() => MailEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  mailId: string;

  @Column('text')
  domain: string;

  @Column('uuid')
  holder: string;

  @Column('timestamptz')
  endsAt: Date;
}

/** How many mails went to a domain in a second. */
@Entity('mail_domain_second')
@Index('mail_domain_second_second_idx', ['second'])
@Check('mail_domain_second_sent_check', 'sent > 0')
export class MailDomainSecondEntity {
  @PrimaryColumn('text')
  domain: string;

  @PrimaryColumn('timestamptz')
  second: Date;

  @Column('integer')
  sent: number;
}
