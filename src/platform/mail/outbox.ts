import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { currentReference } from '../log/reference.js';
import type { Rows } from '../database/rows.js';
import { Wake } from '../jobs/wake.js';
import { newId, newReturnToken, newSecret } from '../text/tokens.js';
import { domainOf, headerText } from './header-text.js';
import { MailAttachmentEntity } from './mail.entity.js';
import { OvertakenMails } from './overtaken-mails.js';
import type { Attachment, OutgoingMail } from './outgoing-mail.js';
import { holdsSecret } from './secrets-in-mails.js';

/** Signalled when a mail waits in the outbox. */
export const MAIL_QUEUED = 'mail.queued';

/**
 * Stores a mail, the return address of its recipient with the first one of a stream, and the secret by which its kind
 * is refused with the first one of the kind. What was refused is held back, and whatever is for who is suspended.
 * Whoever has no account is sent what leads to no page that needs one.
 */
const INSERT = `
  WITH stored AS (
    INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html,
      calendar_method, calendar_content, message_id, next_try_at, created_at, secrets, reference, topic, cause, bulk, calendar_organizer,
      state)
    SELECT $1, $2, $3, $4, $5, $6, CASE WHEN x.has_account THEN $7 ELSE $21 END, CASE WHEN x.has_account THEN $8 ELSE $22 END, $9, $10, $11, $12, $12, $14, $15, $16, $17, $18, $20,
      CASE WHEN EXISTS (SELECT FROM mail_refusal r WHERE r.kind = $18 AND r.email = lower($5) AND r.refused_at IS NOT NULL)
        OR EXISTS (SELECT FROM closed_address c WHERE c.email = lower($5))
        THEN 'suppressed' ELSE 'queued' END
    FROM (SELECT EXISTS (SELECT FROM account_address a WHERE a.email = lower($5)) AS has_account) x
    ON CONFLICT ON CONSTRAINT mail_key_key DO NOTHING
    RETURNING id, stream, recipient_email
  ), addressed AS (
    INSERT INTO return_address (stream, email, token)
    SELECT stream, lower(recipient_email), $13 FROM stored WHERE stream IS NOT NULL
    ON CONFLICT ON CONSTRAINT return_address_pkey DO NOTHING
  ), refusable AS (
    INSERT INTO mail_refusal (kind, email, token) SELECT $18, lower(recipient_email), $19 FROM stored WHERE $18 IS NOT NULL
    ON CONFLICT ON CONSTRAINT mail_refusal_pkey DO NOTHING
  )
  SELECT id FROM stored`;

/** The text without NUL, which PostgreSQL does not store. */
const storable = (text: string): string => text.replaceAll('\u0000', '');

/** Where mails wait: stored in the same transaction as their cause, sent later by DeliverMails. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly wake: Wake,
    private readonly overtaken: OvertakenMails,
    @InjectRepository(MailAttachmentEntity) private readonly attachments: Rows<MailAttachmentEntity>,
  ) {}

  /**
   * Stores a mail in the open transaction, or in one of its own. A key that is there already stores nothing.
   * The Message-ID is given here once, so that a mail sent twice is known as one (RFC 5322 section 3.6.4). It is a
   * secret: who names it in a report that the mail came back is believed.
   */
  async post(mail: OutgoingMail): Promise<void> {
    await this.database.transaction(async () => {
      const id = newId();
      const { stream, topic } = mail;
      const others = mail.withoutAccount ?? mail;
      if (stream !== null && topic !== undefined && !(await this.knows(mail.key)))
        await this.overtaken.overtake({ stream, topic, email: mail.to.email });
      const stored = await this.database.query<{ id: string }>(INSERT, [
        id,
        mail.key,
        mail.stream,
        headerText(mail.to.name),
        headerText(mail.to.email),
        headerText(mail.subject),
        storable(mail.text),
        storable(mail.html),
        mail.calendar?.method ?? null,
        mail.calendar ? storable(mail.calendar.content) : null,
        `<${newReturnToken()}@${domainOf(this.environment.MAIL_FROM)}>`,
        this.clock.now(),
        newReturnToken(),
        holdsSecret(mail.text, mail.html, others.text, others.html, mail.calendar?.content) ? 'held' : 'none',
        currentReference() ?? null,
        mail.topic ?? null,
        mail.cause ?? null,
        mail.bulk ?? null,
        newSecret(),
        mail.calendar?.organizer ? headerText(mail.calendar.organizer) : null,
        storable(others.text),
        storable(others.html),
      ]);
      if (stored.length === 0) return;
      await this.attach(id, mail.attachments ?? []);
      this.wake.signal(MAIL_QUEUED);
    });
  }

  /** Stores all of them or, when one cannot be stored, none. */
  async postAll(mails: readonly OutgoingMail[]): Promise<void> {
    await this.database.transaction(async () => {
      for (const mail of mails) await this.post(mail);
    });
  }

  private async attach(mail: string, attachments: readonly Attachment[]): Promise<void> {
    await this.attachments.insert(
      ...attachments.map(({ filename, contentType, content }, position) => ({
        mailId: mail,
        position,
        filename: headerText(filename),
        contentType,
        content,
      })),
    );
  }

  /** Whether a mail with this key was ever posted. */
  async knows(key: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM mail WHERE key = $1', [key])).length > 0;
  }

  /** Those of the keys with which a mail was ever posted. */
  async known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ key: string }>('SELECT key FROM mail WHERE key = ANY ($1)', [
      keys,
    ]);
    return new Set(rows.map(({ key }) => key));
  }
}
