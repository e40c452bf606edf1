import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { shortestNoticeOfVisit } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** A visit that waits for an answer or holds time of its host for an offer that ran out, with the host's notice. */
export interface WaitingVisit {
  id: string;
  startsAt: Date;
  /** When the pending proposal was made; null without one. */
  proposedAt: Date | null;
  shortestNoticeDays: number;
  isWaiting: boolean;
  holdsExpiredTime: boolean;
  timeZone: Zone;
}

/** Visits that may be due: the rule looks at each. */
@Injectable()
export class WaitingForAnswer {
  constructor(private readonly database: Database) {}

  /** In the order of ids. */
  execute(now: Date, { after, only, limit }: SweepRange): Promise<WaitingVisit[]> {
    return this.database.query(
      `WITH due AS (
         SELECT v.id, true AS waits, false AS holds FROM visit v JOIN hosting_policy p ON p.unit = v.host_unit
         WHERE v.state = ANY ($5) AND coalesce(v.proposed_starts_at, v.starts_at)
           < $1::timestamptz + make_interval(days => ${shortestNoticeOfVisit} + 1)
         UNION ALL SELECT t.visit_id, false, true FROM host_time t WHERE t.expires_at <= $1
       )
       SELECT v.id, coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt", v.proposed_at AS "proposedAt",
         coalesce(${shortestNoticeOfVisit}, 0) AS "shortestNoticeDays", u.time_zone AS "timeZone",
         d.waits AS "isWaiting", d.holds AS "holdsExpiredTime"
       FROM (SELECT id, bool_or(waits) AS waits, bool_or(holds) AS holds FROM due
         WHERE ($2::uuid IS NULL OR id > $2) AND ($3::uuid IS NULL OR id = $3) GROUP BY id ORDER BY id LIMIT $4) d
       JOIN visit v ON v.id = d.id JOIN unit u ON u.code = v.host_unit LEFT JOIN hosting_policy p ON p.unit = v.host_unit
       ORDER BY v.id`,
      [now, after, only, limit, statesWith('awaitsAnswer')],
    );
  }
}
