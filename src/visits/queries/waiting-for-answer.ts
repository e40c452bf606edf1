import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** A visit that waits for an answer, with its host's notice. */
export interface WaitingVisit {
  id: string;
  startsAt: Date;
  /** When the pending proposal was made; null without one. */
  proposedAt: Date | null;
  shortestNoticeDays: number;
  timeZone: Zone;
}

/** Visits that wait for an answer and may be due: the rule looks at each. */
@Injectable()
export class WaitingForAnswer {
  constructor(private readonly database: Database) {}

  execute(now: Date): Promise<WaitingVisit[]> {
    return this.database.query(
      `SELECT v.id, coalesce(v.proposed_starts_at, v.starts_at) AS "startsAt", v.proposed_at AS "proposedAt",
         p.shortest_notice_days AS "shortestNoticeDays", u.time_zone AS "timeZone"
       FROM visit v JOIN unit u ON u.code = v.host_unit JOIN hosting_policy p ON p.unit = v.host_unit
       WHERE v.state IN ('requested', 'counter-proposed')
         AND coalesce(v.proposed_starts_at, v.starts_at) < $1::timestamptz + make_interval(days => p.shortest_notice_days + 1)
       ORDER BY v.starts_at`,
      [now],
    );
  }
}
