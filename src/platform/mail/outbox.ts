import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { currentReference } from '../log/reference.js';
import type { Rows } from '../database/rows.js';
import { Wake } from '../jobs/wake.js';
import { newId, newReturnToken } from '../text/tokens.js';
import { domainOf, headerText } from './header-text.js';
import { MailOutages } from './mail-outages.js';
import { MailAttachmentEntity } from './mail.entity.js';
import type { Attachment, OutgoingMail } from './outgoing-mail.js';
import { holdsSecret } from './secrets-in-mails.js';

/** Signalled when a mail waits in the outbox. */
export const MAIL_QUEUED = 'mail.queued';

/** Stores a mail, and the return address of its recipient with the first one of a stream. */
const INSERT = `
  WITH stored AS (
    INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html,
      calendar_method, calendar_content, message_id, next_try_at, created_at, secrets, reference)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $14, $15)
    ON CONFLICT ON CONSTRAINT mail_key_key DO NOTHING
    RETURNING id, stream, recipient_email
  ), addressed AS (
    INSERT INTO return_address (stream, email, token)
    SELECT stream, lower(recipient_email), $13 FROM stored WHERE stream IS NOT NULL
    ON CONFLICT ON CONSTRAINT return_address_pkey DO NOTHING
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
    private readonly outages: MailOutages,
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
        holdsSecret(mail.text, mail.html, mail.calendar?.content) ? 'held' : 'none',
        currentReference() ?? null,
      ]);
      if (stored.length === 0) return;
      await this.attach(id, mail.attachments ?? []);
      await this.wake.signal(MAIL_QUEUED);
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

  /**
   * Puts a mail that was given up back in the queue, as often to be tried as a new one, under its Message-ID. One whose
   * secrets were taken out stays given up: its links lead nowhere any more.
   *
   * @returns whether it is back
   */
  async tryAgain(id: string): Promise<boolean> {
    return (await this.requeue('id = $2', id)) > 0;
  }

  /**
   * Puts back every mail that was given up since a moment, save to addresses that are known to be dead, and has those
   * that wait tried at once, but for those that may have arrived.
   *
   * @returns how many are back
   */
  async tryAllAgain(since: Date): Promise<number> {
    return this.database.transaction(async () => {
      await this.database.query(
        `UPDATE mail SET next_try_at = $1
         WHERE state = 'queued' AND next_try_at > $1 AND last_fate IS DISTINCT FROM 'in-doubt'`,
        [this.clock.now()],
      );
      await this.outages.askNow();
      return this.requeue(
        `next_try_at >= $2 AND NOT EXISTS (SELECT FROM address_fault f WHERE f.email = lower(recipient_email))`,
        since,
      );
    });
  }

  private async requeue(which: string, parameter: unknown): Promise<number> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<{ count: number }>(
        `WITH again AS (
           UPDATE mail SET state = 'queued', tries = 0, doubts = 0, next_try_at = $1, requeued_at = $1
           WHERE state = 'failed' AND secrets <> 'redacted' AND ${which} RETURNING id)
         SELECT count(*)::int AS count FROM again`,
        [this.clock.now(), parameter],
      );
      await this.wake.signal(MAIL_QUEUED);
      return row?.count ?? 0;
    });
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

  /**
   * Holds back mails of a stream that still wait, those whose key starts with `prefix` and not with `but`. One that
   * is being sent at this moment goes out, and is not sent again if that fails.
   */
  async withdraw(stream: string, prefix: string, but: string | null): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'suppressed'
       WHERE state = 'queued' AND stream = $1 AND starts_with(key, $2)
         AND ($3::text IS NULL OR NOT starts_with(key, $3))`,
      [stream, prefix, but],
    );
  }
}
