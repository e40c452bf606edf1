import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Wake } from '../jobs/wake.js';
import { MailOutages } from './mail-outages.js';
import { MAIL_QUEUED } from './outbox.js';

/** Puts mails that were given up back in the queue. */
@Injectable()
export class RequeueMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wake: Wake,
    private readonly outages: MailOutages,
  ) {}

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
      this.wake.signal(MAIL_QUEUED);
      return row?.count ?? 0;
    });
  }
}
