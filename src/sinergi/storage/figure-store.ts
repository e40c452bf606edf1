import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * The kept counts. Triggers add changes to `sinergi_delta` in the transaction that causes them; what is counted is the
 * view `sinergi_count`, folded counts and changes together.
 */
@Injectable()
export class FigureStore {
  constructor(private readonly database: Database) {}

  /** Adds the changes so far to the folded counts; the sums stay as they are. */
  async fold(): Promise<void> {
    await this.database.query('SELECT sinergi_fold()');
  }

  /** Forgets every count and counts afresh; changes of what is counted wait meanwhile. */
  async rebuild(): Promise<void> {
    await this.database.query('SELECT sinergi_rebuild()');
  }
}
