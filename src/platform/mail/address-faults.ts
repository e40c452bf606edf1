import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import type { Rows } from '../database/rows.js';
import { statusIn, UNKNOWN_STATUS } from '../text/delivery-status.js';
import { AddressFaultEntity } from './address-fault.entity.js';

/** Milliseconds after which no report has to be feared that a mail to an address which is not there comes back. */
const REPORTED_WITHIN_MS = 24 * 3_600_000;

/**
 * Addresses that mail did not reach for good, until a later mail is taken and does not come back, an answer comes from
 * there, or an officer says that the address is right. Addresses in lower case.
 */
@Injectable()
export class AddressFaults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectRepository(AddressFaultEntity) private readonly faults: Rows<AddressFaultEntity>,
  ) {}

  /**
   * Only the enhanced status code is kept of what a server said: its words may be a stranger's.
   *
   * @param said a status code, or the answer of a server that holds one
   */
  async mark(email: string, said: string): Promise<void> {
    const status = statusIn(said);
    await this.database.query(
      `INSERT INTO address_fault (email, status, noticed_at) VALUES (lower($1), $2, $3)
       ON CONFLICT (email) DO UPDATE SET status = excluded.status, noticed_at = excluded.noticed_at,
         sent_at = NULL`,
      [email, status?.startsWith('5') ? status : UNKNOWN_STATUS, this.clock.now()],
    );
  }

  /** Ends the marks of addresses to which a later mail was taken that has not come back. */
  async clearReached(): Promise<void> {
    await this.database.query('DELETE FROM address_fault WHERE sent_at < $1', [
      new Date(this.clock.now().getTime() - REPORTED_WITHIN_MS),
    ]);
  }

  async clear(email: string): Promise<void> {
    await this.faults.delete({ email });
  }
}
