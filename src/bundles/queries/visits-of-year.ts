import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { countingFor } from '../../units/index.js';
import { statesWith, visitsOfUnits } from '../../visits/index.js';

const counting = countingFor('$1');
const inYear = 'x.starts_at >= $2::timestamptz AND x.starts_at < $3::timestamptz';

/** Visits of an organisation in a year. */
@Injectable()
export class VisitsOfYear {
  constructor(private readonly database: Database) {}

  /** Ids of those that took place and began between two instants, the first one first. */
  async execute(organisation: string, from: Date, until: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT v.id FROM visit v
       WHERE v.id IN (${visitsOfUnits(`IN ${counting}`, inYear)}
           UNION SELECT x.id FROM visit_guest jg JOIN visit x ON x.id = jg.visit_id AND ${inYear}
             WHERE jg.organisation IN ${counting} AND NOT jg.is_leading AND jg.answer = 'joined')
         AND v.state = ANY ($4)
       ORDER BY v.starts_at, v.id LIMIT $5`,
      [organisation, from, until, statesWith('tookPlace'), limit],
    );
    return rows.map(({ id }) => id);
  }
}
