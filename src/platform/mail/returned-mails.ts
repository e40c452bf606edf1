import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { judgeStatus } from './mail-fate.js';

/** Mails that another server took and gave up afterwards. */
@Injectable()
export class ReturnedMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Says of a mail that was sent that it did not arrive, though it may have where it was passed on from. Of the report
   * only its status code is kept: its words may be a stranger's.
   *
   * @param status enhanced status code (RFC 3463)
   */
  async note(messageId: string, status: string): Promise<void> {
    await this.database.query(
      `UPDATE mail SET state = 'failed', sent_at = NULL, doubts = least(doubts + 1, 3), next_try_at = $2, last_fate = $3, last_error = $4
       WHERE message_id = $1 AND state = 'sent'`,
      [messageId, this.clock.now(), judgeStatus(status), `${status} (kembali)`],
    );
  }
}
