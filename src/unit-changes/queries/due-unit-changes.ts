import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';

/** Changes that were decided and whose day has come where their unit is. */
@Injectable()
export class DueUnitChanges {
  constructor(private readonly database: Database) {}

  async execute(now: Date, { after, only, limit }: SweepRange): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT c.id FROM unit_change c
       WHERE c.state = 'decided' AND c.effective_on <= ($1::timestamptz AT TIME ZONE c.time_zone)::date
         AND ($2::uuid IS NULL OR c.id > $2) AND ($3::uuid IS NULL OR c.id = $3)
       ORDER BY c.id LIMIT $4`,
      [now, after, only, limit],
    );
    return rows.map(({ id }) => id);
  }
}
