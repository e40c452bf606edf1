import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class SummaryWriters {
  constructor(private readonly database: Database) {}

  /** Who is asked for a summary: the minute-takers, else the guest's leaders, else whoever asked for the visit. */
  async ofVisit(visitId: string): Promise<{ name: string; email: string }[]> {
    return this.database.query(
      `WITH writers AS (
         SELECT name, email, CASE role WHEN 'minute-taker' THEN 1 ELSE 2 END AS rank
         FROM visit_participant
         WHERE visit_id = $1 AND email IS NOT NULL
           AND (role = 'minute-taker' OR (role = 'leader' AND side = 'guest'))
         UNION ALL
         SELECT p.name, p.email, 3 FROM visit v JOIN person p ON p.id = v.created_by
         WHERE v.id = $1 AND p.suspended_at IS NULL
       )
       SELECT name, email FROM writers WHERE rank = (SELECT min(rank) FROM writers) ORDER BY email`,
      [visitId],
    );
  }
}
