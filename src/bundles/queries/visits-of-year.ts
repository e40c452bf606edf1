import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statesWith, takesPart } from '../../visits/index.js';

/** Visits of an organisation in a year. */
@Injectable()
export class VisitsOfYear {
  constructor(private readonly database: Database) {}

  /** Ids of those that took place and began between two instants, the first one first. */
  async execute(organisation: string, from: Date, until: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT v.id FROM visit v
       WHERE v.starts_at >= $2 AND v.starts_at < $3 AND v.state = ANY ($4) AND (${takesPart('$1')})
       ORDER BY v.starts_at, v.id LIMIT $5`,
      [organisation, from, until, statesWith('tookPlace'), limit],
    );
    return rows.map(({ id }) => id);
  }
}
