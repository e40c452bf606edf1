import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { rolesThatMatter, URGENT_HOURS, type PendingNews } from '../domain/answer-digest.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** A visit of which something is new. */
export interface UntoldVisit extends PendingNews {
  id: string;
  timeZone: Zone;
  /** Whether it is still ahead; of others nobody is told any more. */
  isAhead: boolean;
}

/** Visits whose participants said something that the officers of their side were not mailed yet. */
@Injectable()
export class UntoldAnswers {
  constructor(private readonly database: Database) {}

  execute(now: Date, { after, only, limit }: SweepRange): Promise<UntoldVisit[]> {
    return this.database.query<UntoldVisit>(
      `SELECT v.id, v.starts_at AS "startsAt", h.time_zone AS "timeZone", min(n.came_at) AS "oldestAt",
         coalesce(bool_or(v.starts_at - n.came_at < make_interval(hours => $5)
           OR n.answer IS NOT DISTINCT FROM 'declined' AND p.role = ANY ($6)), false) AS "isUrgent",
         v.state = ANY ($7) AND v.ends_at > $1 AS "isAhead"
       FROM answer_news n JOIN visit_participant p ON p.id = n.participant_id JOIN visit v ON v.id = p.visit_id
       JOIN unit h ON h.code = v.host_unit
       WHERE ($2::uuid IS NULL OR v.id > $2::uuid) AND ($3::uuid IS NULL OR v.id = $3::uuid)
       GROUP BY v.id, h.code ORDER BY v.id LIMIT $4`,
      [now, after, only, limit, URGENT_HOURS, rolesThatMatter, statesWith('standing')],
    );
  }
}
