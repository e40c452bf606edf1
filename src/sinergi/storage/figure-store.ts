import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * The kept counts. Triggers note in `sinergi_pending` whose counts a transaction changes; what is counted is the view
 * `sinergi_count`: folded counts, and what was noted, counted as it is read.
 */
@Injectable()
export class FigureStore {
  constructor(private readonly database: Database) {}

  /** Counts what was noted so far for good; the sums stay as they are. */
  async fold(): Promise<void> {
    await this.database.query('SELECT sinergi_fold()');
  }

  /** Forgets every count and counts afresh. */
  async rebuild(): Promise<void> {
    await this.database.query('SELECT sinergi_rebuild()');
  }
}
