import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AddressFaults } from './address-faults.js';
import { MailTransport } from './mail-transport.js';
import type { CalendarPart, StoredMail } from './outgoing-mail.js';
import { withToken } from '../text/return-token.js';
import { classify, isServerFault, refusesRecipient, nextTry, reasonOf } from './retry.js';

const RECIPIENT_DOMAIN = `split_part(lower(recipient_email), '@', 2)`;

/**
 * Locks the first due mail that no earlier mail of its stream to its address is waiting before, and whose domain
 * got fewer than $2 mails in the last minute.
 */
const TAKE_NEXT = `
  WITH full_domain AS (
    SELECT ${RECIPIENT_DOMAIN} AS domain FROM mail
    WHERE state = 'sent' AND sent_at > $1::timestamptz - interval '1 minute'
    GROUP BY 1 HAVING count(*) >= $2
  )
  SELECT id, position, stream, recipient_name, recipient_email, subject, body_text, body_html,
    calendar_method, calendar_content, message_id, created_at, tries,
    (SELECT r.token FROM return_address r
     WHERE r.stream = mail.stream AND r.email = lower(mail.recipient_email)) AS return_token,
    (SELECT jsonb_agg(jsonb_build_object('filename', a.filename, 'contentType', a.content_type,
       'content', encode(a.content, 'base64')) ORDER BY a.position)
     FROM mail_attachment a WHERE a.mail_id = mail.id) AS attachments
  FROM mail
  WHERE state = 'queued' AND next_try_at <= $1
    AND NOT EXISTS (
      SELECT FROM mail earlier
      WHERE earlier.state = 'queued' AND earlier.stream = mail.stream
        AND lower(earlier.recipient_email) = lower(mail.recipient_email)
        AND earlier.position < mail.position
    )
    AND ${RECIPIENT_DOMAIN} NOT IN (SELECT domain FROM full_domain)
  ORDER BY position
  LIMIT 1
  FOR UPDATE OF mail SKIP LOCKED`;

const MARK_SENT = `
  UPDATE mail SET state = 'sent', tries = tries + 1, sent_at = $2, last_error = NULL WHERE id = $1`;

const MARK_TRIED = `
  UPDATE mail SET state = $2, tries = $3, next_try_at = $4, last_error = $5 WHERE id = $1`;

/** More mails than a minute holds. */
const UNLIMITED = 1_000_000_000;

interface MailRow {
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
  message_id: string;
  return_token: string | null;
  created_at: Date;
  tries: number;
  attachments: { filename: string; contentType: string; content: string }[] | null;
}

type Outcome = 'nothing-due' | 'worked' | 'server-down';

/** Sends what waits in the outbox. Any number of processes may do so at once. */
@Injectable()
export class DeliverMails {
  private readonly logger = new Logger('mail');
  private running: Promise<void> | undefined;
  private wanted = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transport: MailTransport,
    private readonly faults: AddressFaults,
    private readonly environment: Environment,
  ) {}

  /**
   * Works all mails that are due, each in a transaction of its own that holds the mail's row while it is sent:
   * a process killed before the send leaves it queued; one killed after the send and before the commit has it
   * sent again with the same Message-ID. A fault of the mail server ends the run, and the next goes on with the
   * mails behind. Calls during a run join it, so that a process has one connection at work on mails.
   */
  execute(): Promise<void> {
    this.wanted = true;
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        let outcome: Outcome;
        do outcome = await this.database.transaction(() => this.deliverNext());
        while (outcome === 'worked');
        if (outcome === 'server-down') this.wanted = false;
      }
    } finally {
      this.running = undefined;
    }
  }

  private async deliverNext(): Promise<Outcome> {
    const [row] = await this.database.query<MailRow>(TAKE_NEXT, [this.clock.now(), this.mostPerMinute()]);
    if (!row) return 'nothing-due';
    try {
      await this.transport.send(storedMail(row, this.returnAddress(row)));
    } catch (error) {
      await this.markTried(row, error);
      return isServerFault(error) ? 'server-down' : 'worked';
    }
    await this.database.query(MARK_SENT, [row.id, this.clock.now()]);
    return 'worked';
  }

  private returnAddress({ return_token: token }: MailRow): string | null {
    const { MAIL_PLUS, mailAddress } = this.environment;
    return MAIL_PLUS && token !== null ? withToken(mailAddress, token) : null;
  }

  /** A folder takes any number. */
  private mostPerMinute(): number {
    const { SMTP_URL, MAIL_RATE } = this.environment;
    return SMTP_URL === undefined || MAIL_RATE === 0 ? UNLIMITED : MAIL_RATE;
  }

  private async markTried({ id, tries, recipient_email }: MailRow, error: unknown): Promise<void> {
    const now = this.clock.now();
    const again = classify(error) === 'permanent' ? null : nextTry(tries + 1, now);
    const reason = reasonOf(error);
    this.logger.warn(`mail ${id}: ${again ? `next try ${again.toISOString()}` : 'given up'}: ${reason}`);
    if (refusesRecipient(error)) await this.faults.mark(recipient_email, reason);
    await this.database.query(MARK_TRIED, [id, again ? 'queued' : 'failed', tries + 1, again ?? now, reason]);
  }
}

function storedMail(row: MailRow, returnAddress: string | null): StoredMail {
  const { calendar_method: method, calendar_content: content } = row;
  return {
    id: row.id,
    position: row.position,
    stream: row.stream,
    to: { name: row.recipient_name, email: row.recipient_email },
    subject: row.subject,
    text: row.body_text,
    html: row.body_html,
    calendar: method !== null && content !== null ? { method, content } : null,
    attachments: (row.attachments ?? []).map((file) => ({
      ...file,
      content: Buffer.from(file.content, 'base64'),
    })),
    messageId: row.message_id,
    returnAddress,
    createdAt: row.created_at,
  };
}
