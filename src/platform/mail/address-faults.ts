import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** Addresses that mail did not reach for good, until a mail comes from there. Addresses in lower case. */
@Injectable()
export class AddressFaults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param reason what the server said, one line */
  async mark(email: string, reason: string): Promise<void> {
    await this.database.query(
      `INSERT INTO address_fault (email, reason, noticed_at) VALUES (lower($1), $2, $3)
       ON CONFLICT (email) DO UPDATE SET reason = excluded.reason, noticed_at = excluded.noticed_at`,
      [email, reason, this.clock.now()],
    );
  }

  async clear(email: string): Promise<void> {
    await this.database.query('DELETE FROM address_fault WHERE email = $1', [email]);
  }
}
