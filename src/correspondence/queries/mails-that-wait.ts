import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { MailOutages, type MailOutage } from '../../platform/mail/mail-outages.js';
import { NOT_OFFERED } from '../../platform/mail/utf8-offer.js';
import { againSince } from '../domain/sending-again.js';

/** What the administrator may have to do something about. */
export interface MailTrouble {
  outages: MailOutage[];
  /** Mails that wait in the outbox. */
  waiting: number;
  /** Mails given up lately that would be sent again all together. */
  givenUp: number;
  /** Of those, the ones that were given up for a fault that was not their own, or for an address that our server cannot do. */
  givenUpForUs: number;
  /** Mails that came back for such a fault, and cannot be sent as they were. */
  returnedForUs: number;
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
    const none = { waiting: 0, givenUp: 0, givenUpForUs: 0, returnedForUs: 0 };
    const [row] = await this.database.query<typeof none>(
      `WITH of_note AS (
         SELECT state, secrets <> 'redacted' AS is_whole, last_fate IN ('server-fault', 'sender-blocked') OR last_error = $2 AS is_ours
         FROM mail
         WHERE state = 'queued' OR (state = 'failed' AND next_try_at >= $1
           AND NOT EXISTS (SELECT FROM address_fault f WHERE f.email = lower(recipient_email))))
       SELECT count(*) FILTER (WHERE state = 'queued')::int AS waiting,
         count(*) FILTER (WHERE state = 'failed' AND is_whole)::int AS "givenUp",
         count(*) FILTER (WHERE state = 'failed' AND is_whole AND is_ours)::int AS "givenUpForUs",
         count(*) FILTER (WHERE state = 'failed' AND NOT is_whole AND is_ours)::int AS "returnedForUs"
       FROM of_note`,
      [againSince(this.clock.now()), NOT_OFFERED],
    );
    return { ...(row ?? none), outages: await this.outages.all() };
  }
}
