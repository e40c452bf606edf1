import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { MailOutages, type MailOutage } from '../../platform/mail/mail-outages.js';
import { againSince } from '../domain/sending-again.js';

/** What the administrator may have to do something about. */
export interface MailTrouble {
  outages: MailOutage[];
  /** Mails that wait in the outbox. */
  waiting: number;
  /** Mails given up lately that would be sent again all together. */
  givenUp: number;
  /** Of those, the ones that were given up for a fault that was not their own. */
  givenUpForUs: number;
}

/** What keeps mails from leaving, and how many that concerns. */
@Injectable()
export class MailsThatWait {
  constructor(
    private readonly database: Database,
    private readonly outages: MailOutages,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<MailTrouble> {
    const [row] = await this.database.query<Omit<MailTrouble, 'outages'>>(
      `SELECT count(*) FILTER (WHERE state = 'queued')::int AS waiting,
         count(*) FILTER (WHERE state = 'failed')::int AS "givenUp",
         count(*) FILTER (WHERE state = 'failed' AND last_fate IN ('server-fault', 'sender-blocked'))::int
           AS "givenUpForUs"
       FROM mail
       WHERE state = 'queued' OR (state = 'failed' AND next_try_at >= $1 AND secrets <> 'redacted'
         AND NOT EXISTS (SELECT FROM address_fault f WHERE f.email = lower(recipient_email)))`,
      [againSince(this.clock.now())],
    );
    return { ...(row ?? { waiting: 0, givenUp: 0, givenUpForUs: 0 }), outages: await this.outages.all() };
  }
}
