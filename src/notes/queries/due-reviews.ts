import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** Somebody to remind of a published note that is to be read again. */
export interface DueReview {
  noteId: string;
  title: string;
  unitName: string;
  timeZone: Zone;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  name: string;
  email: string;
}

@Injectable()
export class DueReviews {
  constructor(private readonly database: Database) {}

  /** Notes due in their unit's zone, for each head of the unit; a unit without a head is reminded through its officers. */
  execute(now: Date): Promise<DueReview[]> {
    return this.database.query(
      `SELECT n.id AS "noteId", n.title, u.name AS "unitName", u.time_zone AS "timeZone",
         n.review_due_on::text AS "dueOn", p.name, p.email
       FROM note n JOIN unit u ON u.code = n.unit
       JOIN person p ON p.unit = n.unit AND p.suspended_at IS NULL
         AND (p.role = 'unit-head' OR NOT EXISTS (
           SELECT 1 FROM person h WHERE h.unit = n.unit AND h.role = 'unit-head' AND h.suspended_at IS NULL))
       WHERE n.state = 'published' AND n.review_due_on <= ($1::timestamptz AT TIME ZONE u.time_zone)::date
       ORDER BY n.review_due_on, n.id, p.email`,
      [now],
    );
  }
}
