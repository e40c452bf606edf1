import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo, wasSubmitted } from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import { followUpStatesWith, type FollowUpState } from '../domain/follow-up-states.js';

/** One step of a practice from unit to unit: confirmed, or on its way. */
export interface LineageStep {
  followUp: string;
  visit: string;
  visitReference: string;
  /** Calendar date of the visit, where it took place. */
  visitedOn: string;
  fromUnit: string;
  fromUnitName: string;
  toUnit: string;
  toUnitName: string;
  state: FollowUpState;
  /** Of what was confirmed: calendar date `YYYY-MM-DD`, what came of it, who confirmed; null of what is on its way. */
  since: string | null;
  result: string | null;
  confirmedName: string | null;
  /** Whether the reader may open the visit and its follow-up. */
  maySee: boolean;
}

@Injectable()
export class LineageFacts {
  constructor(private readonly database: Database) {}

  /** What was confirmed, for everybody who reads the practice; what is on its way, for those who may see its visit. */
  ofNote(actor: Actor, noteId: string): Promise<LineageStep[]> {
    const where = new Conditions();
    visibleTo(actor, where);
    const note = where.place(noteId);
    return this.database.query(
      `SELECT f.id AS "followUp", v.id AS visit, v.reference AS "visitReference",
         (v.starts_at AT TIME ZONE h.time_zone)::date::text AS "visitedOn",
         s.code AS "fromUnit", ${nameOnVisit('s')} AS "fromUnitName", u.code AS "toUnit", ${nameOnVisit('u')} AS "toUnitName", f.state,
         r.since::text AS since, r.result, r.confirmed_name AS "confirmedName", coalesce((${where.sql}), false) AS "maySee"
       FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       LEFT JOIN replication r ON r.follow_up_id = f.id
       JOIN unit s ON s.code = coalesce(r.from_unit, CASE f.unit WHEN g.code THEN h.code ELSE g.code END)
       WHERE f.id IN (SELECT follow_up_id FROM replication WHERE note_id = ${note} UNION SELECT id FROM follow_up WHERE note_id = ${note})
         AND CASE WHEN r.id IS NOT NULL THEN r.note_id = ${note} ELSE f.state <> 'dropped' AND (${where.sql}) END
       ORDER BY r.since NULLS LAST, f.due_on, f.id`,
      where.parameters,
    );
  }

  /** How many units use a practice that came to them from another. */
  async countOf(noteId: string): Promise<{ confirmed: number; underway: number }> {
    const [count] = await this.database.query<{ confirmed: number; underway: number }>(
      `SELECT (SELECT count(DISTINCT to_unit)::int FROM replication WHERE note_id = $1) AS confirmed,
         (SELECT count(*)::int FROM follow_up f JOIN visit v ON v.id = f.visit_id
            WHERE f.note_id = $1 AND f.state = ANY ($2) AND ${wasSubmitted}) AS underway`,
      [noteId, followUpStatesWith('waits')],
    );
    return count ?? { confirmed: 0, underway: 0 };
  }
}
