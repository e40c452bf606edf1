import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { rolesWith } from '../../platform/security/capabilities.js';

/** A published note that is to be read again. */
export interface DueReview {
  noteId: string;
  title: string;
  unitName: string;
  timeZone: Zone;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  /** Whom to remind; at least one. */
  readers: { name: string; email: string }[];
}

@Injectable()
export class DueReviews {
  constructor(private readonly database: Database) {}

  /** Notes due in their unit's zone, in the order of ids, with each head of the unit; a unit without a head is reminded through its officers. */
  execute(now: Date, { after, only, limit }: SweepRange): Promise<DueReview[]> {
    return this.database.query(
      `SELECT n.id AS "noteId", n.title, u.name AS "unitName", u.time_zone AS "timeZone",
         n.review_due_on::text AS "dueOn",
         jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email) ORDER BY p.email) AS readers
       FROM note n JOIN unit u ON u.code = n.unit
       JOIN person p ON p.unit IN (u.code, u.heir) AND p.suspended_at IS NULL
         AND (p.role = ANY ($5) OR NOT EXISTS (
           SELECT 1 FROM person h WHERE h.unit IN (u.code, u.heir) AND h.role = ANY ($5) AND h.suspended_at IS NULL))
       WHERE n.state = 'published' AND n.review_due_on <= ($1::timestamptz AT TIME ZONE u.time_zone)::date
         AND ($2::uuid IS NULL OR n.id > $2) AND ($3::uuid IS NULL OR n.id = $3)
       GROUP BY n.id, u.code ORDER BY n.id LIMIT $4`,
      [now, after, only, limit, rolesWith('notes.publish')],
    );
  }
}
