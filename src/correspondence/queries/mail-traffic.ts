import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MailboxReading, type Reading } from '../../replies/index.js';

/** When mail last went and came. */
export interface MailTraffic {
  /** When the last mail left; null for never. */
  sentAt: Date | null;
  /** When the last mail came in; null for never. */
  receivedAt: Date | null;
  /** How far the mailbox was read; null where none is set. */
  reading: Reading | null;
}

/** When mail last went and came. */
@Injectable()
export class FindMailTraffic {
  constructor(
    private readonly database: Database,
    private readonly reading: MailboxReading,
  ) {}

  async execute(): Promise<MailTraffic> {
    const [row] = await this.database.query<{ sent_at: Date | null; received_at: Date | null }>(
      `SELECT (SELECT max(sent_at) FROM mail WHERE state = 'sent') AS sent_at,
         (SELECT received_at FROM received_mail ORDER BY position DESC LIMIT 1) AS received_at`,
    );
    const { sent_at: sentAt = null, received_at: receivedAt = null } = row ?? {};
    return { sentAt, receivedAt, reading: await this.reading.execute() };
  }
}
