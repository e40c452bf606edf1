import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * The kept counts and sums. Triggers note in `sinergi_pending` whose counts a transaction changes; what is counted are the
 * views `sinergi_count` and `sinergi_total`: what is folded, and what was noted, counted as it is read.
 */
@Injectable()
export class FigureStore {
  constructor(private readonly database: Database) {}

  /** Counts what was noted so far for good; the sums stay as they are. */
  async fold(): Promise<void> {
    await this.database.query('SELECT sinergi_fold()');
  }

  /** The same before many figures are read, where more than a few changes wait: each statement would count them anew. */
  async foldBefore(): Promise<void> {
    await this.database.query('SELECT sinergi_fold_before()');
  }

  /** Forgets every count and counts afresh. */
  async rebuild(): Promise<void> {
    await this.database.query('SELECT sinergi_rebuild()');
  }
}
