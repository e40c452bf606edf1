import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { followUpSelection, type FollowUpRow } from '../storage/follow-up-repository.js';

/** A follow-up with what its unit and its visit are called. */
export interface FollowUpFact extends FollowUpRow {
  unitName: string;
  regionalOffice: string;
  visitReference: string;
}

/** Follow-ups with the names that readers know; the visit is `v`, its guest `g` and its host `h`. */
export const followUpsWithNames = `SELECT ${followUpSelection}, u.name AS "unitName",
    u.regional_office AS "regionalOffice", v.reference AS "visitReference"
  FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
  JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit`;

/** A line of a follow-up's history. */
export interface FollowUpHistoryLine {
  at: Date;
  actorName: string;
  fromState: string | null;
  toState: string;
  dueOn: string;
  reason: string;
  version: number;
}

@Injectable()
export class FollowUpFacts {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<FollowUpFact | null> {
    const [fact] = await this.database.query<FollowUpFact>(`${followUpsWithNames} WHERE f.id = $1`, [id]);
    return fact ?? null;
  }

  /** What was promised after a visit, by due date. */
  ofVisit(visitId: string): Promise<FollowUpFact[]> {
    return this.database.query(`${followUpsWithNames} WHERE f.visit_id = $1 ORDER BY f.due_on, f.id`, [
      visitId,
    ]);
  }

  history(id: string): Promise<FollowUpHistoryLine[]> {
    return this.database.query(
      `SELECT at, actor_name AS "actorName", from_state AS "fromState", to_state AS "toState",
         due_on::text AS "dueOn", reason, version
       FROM follow_up_history WHERE follow_up_id = $1 ORDER BY version`,
      [id],
    );
  }
}
