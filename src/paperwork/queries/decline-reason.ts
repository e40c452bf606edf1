import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Why hosts declined. */
@Injectable()
export class DeclineReasons {
  constructor(private readonly database: Database) {}

  /** The last one of a visit; null where nobody declined it, or said why. */
  async of(visitId: string): Promise<string | null> {
    const [row] = await this.database.query<{ reason: string | null }>(
      `SELECT reason FROM visit_history WHERE visit_id = $1 AND action = 'decline' ORDER BY version DESC LIMIT 1`,
      [visitId],
    );
    return row?.reason ?? null;
  }
}
