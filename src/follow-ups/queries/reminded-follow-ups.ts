import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { mayBeTold } from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import { LAST_REMINDER_DAYS } from '../domain/follow-up-reminder.js';
import { followUpStatesWith } from '../domain/follow-up-states.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** A follow-up that waits to be done, near its due date. */
export interface RemindedFollowUp {
  id: string;
  visit: string;
  what: string;
  personName: string;
  unitName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  visitReference: string;
  visitTitle: string;
  /** Since when it is due on that day. */
  knownSince: Date;
  zone: Zone;
  /** Each person to remind. */
  readers: { name: string; email: string }[];
}

/** Follow-ups in the states $5 that are due about $1; OFFSET has them found by that day, and not in the order of ids. */
const nearly = `(SELECT * FROM follow_up x WHERE x.state = ANY ($5)
  AND x.due_on BETWEEN $1::timestamptz::date - ${LAST_REMINDER_DAYS + 1} AND $1::timestamptz::date + 21 OFFSET 0) f`;

@Injectable()
export class RemindedFollowUps {
  constructor(private readonly database: Database) {}

  /**
   * Follow-ups near their due date, in the order of ids, with each person to remind: the owner's account, else everybody who works for the
   * responsible unit, else the unit's own address.
   */
  nearDue(now: Date, { after, only, limit }: SweepRange): Promise<RemindedFollowUp[]> {
    return this.database.query(
      `SELECT f.id, f.visit_id AS visit, f.what, f.person_name AS "personName", ${nameOnVisit('u', 'v', 'u')} AS "unitName",
         f.due_on::text AS "dueOn", v.reference AS "visitReference", v.title AS "visitTitle",
         coalesce(d.at, f.created_at) AS "knownSince", u.time_zone AS zone,
         coalesce(r.readers, '[]') AS readers
       FROM ${nearly} JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
       LEFT JOIN person o ON o.id = f.person_id AND ${organisationOfPerson('o')} = f.unit AND o.suspended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT max(x.at) AS at FROM follow_up_history x
         WHERE x.follow_up_id = f.id AND x.due_on IS DISTINCT FROM x.from_due_on
       ) d ON true
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('name', x.name, 'email', x.email) ORDER BY x.email) AS readers FROM (
         SELECT o.name, o.email WHERE o.id IS NOT NULL
         UNION ALL
         SELECT p.name, p.email FROM person p WHERE o.id IS NULL AND ${organisationOfPerson('p')} = f.unit AND p.suspended_at IS NULL
         UNION ALL
         SELECT u.name, lower(u.email) WHERE o.id IS NULL AND u.email IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM person p WHERE ${organisationOfPerson('p')} = f.unit AND p.suspended_at IS NULL)
         ) x
       ) r
       WHERE ${mayBeTold('f.unit')}
         AND ($2::uuid IS NULL OR f.id > $2) AND ($3::uuid IS NULL OR f.id = $3)
       ORDER BY f.id LIMIT $4`,
      [now, after, only, limit, followUpStatesWith('waits')],
    );
  }

  /** Whether a follow-up still waits to be done by a day; if so it stays until the transaction ends. */
  async stillStands(id: string, dueOn: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM follow_up WHERE id = $1 AND due_on = $2 AND state = ANY ($3) FOR SHARE`,
      [id, dueOn, followUpStatesWith('waits')],
    );
    return rows.length > 0;
  }
}
