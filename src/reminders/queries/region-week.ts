import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { followUpStatesWith } from '../../follow-ups/index.js';
import {
  approvedBy,
  enteredAfterwards,
  guestNames,
  hasJoinedFrom,
  isToApprove,
  statesWith,
  wasSubmitted,
} from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';
import type { OverdueFollowUp, RegionVisit } from '../domain/region-digest.js';
import { timesToTell, waitingSince } from './pending-visit.js';

@Injectable()
export class RegionWeek {
  constructor(private readonly database: Database) {}

  /** Visits of a region that are pending, not summarised yet, or near: from a week back to a fortnight ahead. */
  visits(office: string, now: Date): Promise<RegionVisit[]> {
    return this.database.query(
      `SELECT v.reference, v.title, ${guestNames} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", v.state,
         h.time_zone AS "timeZone",
         ${timesToTell('$3')}, ${waitingSince('$4')},
         coalesce(${isToApprove}, false)
           AND (v.state = ANY ($3) OR (v.state = ANY ($5) AND v.proposed_by IS NOT NULL))
           AND NOT ${approvedBy('o.code')} AS "needsApproval"
       FROM regional_office o JOIN visit v ON true
       JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE o.code = $1 AND (o.code IN (g.regional_office, h.regional_office) OR ${hasJoinedFrom('o.code')}) AND (
         v.state = ANY ($3)
         OR (v.state = ANY ($5) AND v.starts_at < $2::timestamptz + interval '22 days')
         OR (v.state = ANY ($6) AND NOT ${enteredAfterwards}
           AND (v.state <> ALL ($7) OR v.ends_at > $2::timestamptz - interval '15 days')))
       ORDER BY "startsAt", v.reference`,
      [
        ...[office, now, statesWith('awaitsAnswer'), statesWith('hostsTurn')],
        ...[statesWith('standing'), statesWith('tookPlace'), statesWith('summarised')],
      ],
    );
  }

  /** What units of a region promised after a visit and did not do by a date, `YYYY-MM-DD`. */
  overdue(office: string, today: string): Promise<OverdueFollowUp[]> {
    return this.database.query(
      `SELECT f.what, ${nameOnVisit('u', 'v', 'u')} AS "unitName", f.due_on::text AS "dueOn", v.reference AS "visitReference"
       FROM follow_up f JOIN unit u ON u.code = f.unit JOIN visit v ON v.id = f.visit_id
       WHERE u.regional_office = $1 AND f.state = ANY ($3) AND f.due_on < $2 AND ${wasSubmitted}
       ORDER BY f.due_on, f.id`,
      [office, today, followUpStatesWith('waits')],
    );
  }
}
