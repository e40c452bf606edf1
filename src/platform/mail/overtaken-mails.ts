import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** The mails of one topic to one address. */
export interface MailTopic {
  stream: string;
  topic: string;
  email: string;
}

/** $1 to $3: stream, topic, address. */
const OF_TOPIC = 'mail.stream = $1 AND mail.topic = $2 AND lower(mail.recipient_email) = lower($3)';

const UNDER_WAY = 'EXISTS (SELECT FROM mail_lease l WHERE l.mail_id = mail.id AND l.ends_at > $4)';

/** Mails that have not left and are of no use any more, since their cause is gone or a newer one tells more. */
@Injectable()
export class OvertakenMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks the mails of a topic that have not left as overtaken. One that is being sent at this moment goes out.
   *
   * @returns whether the recipient may have got a calendar object by any mail of the stream; also true when no mail
   *   of the topic is known any more
   */
  async overtake({ stream, topic, email }: MailTopic): Promise<boolean> {
    return this.database.transaction(async () => {
      // Waits for who claims one of them at this moment, so that the lease is seen below.
      await this.database.query(
        `SELECT FROM mail WHERE ${OF_TOPIC} AND state IN ('queued', 'failed') FOR UPDATE`,
        [stream, topic, email],
      );
      const [row] = await this.database.query<{ may_have_arrived: boolean }>(
        `WITH overtaken AS (
           UPDATE mail SET state = 'overtaken'
           WHERE ${OF_TOPIC} AND state IN ('queued', 'failed') AND NOT ${UNDER_WAY}
         )
         SELECT NOT EXISTS (SELECT FROM mail WHERE ${OF_TOPIC}) OR EXISTS (
           SELECT FROM mail WHERE mail.stream = $1 AND lower(mail.recipient_email) = lower($3)
             AND calendar_method IS NOT NULL AND (state = 'sent' OR doubts > 0 OR ${UNDER_WAY})
         ) AS may_have_arrived`,
        [stream, topic, email, this.clock.now()],
      );
      return row?.may_have_arrived ?? true;
    });
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

  /** Marks as overtaken the mails of a stream that were written before a moment and have not left. */
  async overtakeWrittenBefore(stream: string, moment: Date): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'overtaken'
       WHERE state IN ('queued', 'failed') AND stream = $1 AND created_at < $2`,
      [stream, moment],
    );
  }

  /**
   * Marks as overtaken the mails of a stream to who no longer takes part that have not left.
   *
   * @param emails in lower case, of those who take part
   */
  async overtakeToAllBut(stream: string, emails: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'overtaken'
       WHERE state IN ('queued', 'failed') AND stream = $1 AND cause = 'participation'
         AND lower(recipient_email) <> ALL ($2)`,
      [stream, emails],
    );
  }

  /** Marks as overtaken the mails of a stream that ask what was answered meanwhile, or is asked no more. */
  async overtakeQuestions(stream: string): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'overtaken'
       WHERE state IN ('queued', 'failed') AND stream = $1 AND cause = 'open-question'`,
      [stream],
    );
  }

  /** Holds back what waits for addresses that nothing is mailed to. */
  async withholdFromClosed(): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'suppressed' WHERE state = 'queued'
         AND lower(recipient_email) IN (SELECT email FROM closed_address)`,
    );
  }

  /** Marks as overtaken what an address of a participant was to get and has not left. */
  async overtakeToParticipant(stream: string, email: string): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'overtaken'
       WHERE state IN ('queued', 'failed') AND stream = $1 AND lower(recipient_email) = lower($2)
         AND (cause = 'participation' OR calendar_method IS NOT NULL)`,
      [stream, email],
    );
  }
}
