import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { followUpStatesWith } from '../../follow-ups/index.js';
import { statesWith } from '../../visits/index.js';
import type { Place } from '../domain/scope.js';
import { countedNow, countsOf } from './scope.js';

/** How many of one kind stand now. */
export interface StandingCount {
  /** `visits` that wait for an answer, `summaries` that are not out, `follow-ups` that are open. */
  cube: 'visits' | 'summaries' | 'follow-ups';
  /** Of follow-ups: due before today. Of summaries: of visits that ended long ago. */
  isOverdue: boolean;
  /** Of other visits that are over without a summary: when, and the host's zone. */
  endsAt: Date | null;
  timeZone: Zone | null;
  count: number;
}

/** What stands now; it has no period. */
@Injectable()
export class StandingCounts {
  constructor(private readonly database: Database) {}

  /**
   * Visits that end after `now` owe no summary and are left out.
   *
   * @param today calendar date on which something is late or not
   * @param longAgo what ended before it is not told apart by its end
   */
  execute(place: Place, now: Date, today: string, longAgo: Date): Promise<StandingCount[]> {
    const where = countedNow(place, ['visits', 'summaries', 'follow-ups']);
    where.add(
      (awaiting, waits, instant) =>
        `(c.cube = 'visits' AND c.mark = ANY (${awaiting})) OR (c.cube = 'follow-ups' AND c.mark = ANY (${waits}))
           OR (c.cube = 'summaries' AND c.ends_at <= ${instant})`,
      statesWith('awaitsAnswer'),
      followUpStatesWith('waits'),
      now,
    );
    const [day, old] = [where.place(today), where.place(longAgo)];
    return this.database.query(
      `SELECT n.cube /* one of: those asked for */, n."isOverdue", n."endsAt", n.count, u.time_zone AS "timeZone"
       FROM (
         SELECT c.cube, coalesce(c.due_on < ${day}::date, c.ends_at < ${old}::timestamptz, false) AS "isOverdue",
           CASE WHEN c.ends_at >= ${old}::timestamptz THEN c.ends_at END AS "endsAt",
           CASE WHEN c.ends_at >= ${old}::timestamptz THEN c.host_unit END AS host, sum(c.count)::int AS count
         FROM ${countsOf(place)} WHERE ${where.sql} GROUP BY 1, 2, 3, 4 HAVING sum(c.count) > 0) n
       LEFT JOIN unit u ON u.code = n.host`,
      where.parameters,
    );
  }
}
