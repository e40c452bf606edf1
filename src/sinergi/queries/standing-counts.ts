import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { followUpStatesWith } from '../../follow-ups/index.js';
import { statesWith } from '../../visits/index.js';
import type { Place } from '../domain/scope.js';

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
    const where = new Conditions();
    const [office, program] = [where.place(place.office ?? ''), where.place(place.program ?? '')];
    const [awaiting, waits] = [
      where.place(statesWith('awaitsAnswer')),
      where.place(followUpStatesWith('waits')),
    ];
    const [instant, day, old] = [where.place(now), where.place(today), where.place(longAgo)];
    return this.database.query(
      `SELECT n.cube, n."isOverdue", n."endsAt", n.count, u.time_zone AS "timeZone"
       FROM (
         SELECT 'visits' AS cube, false AS "isOverdue", NULL::timestamptz AS "endsAt", NULL::text AS host, sum(c.count)::int AS count
         FROM sinergi_total c
         WHERE c.cube = 'visits' AND c.place = ${office} AND c.program = ${program} AND c.mark = ANY (${awaiting})
         UNION ALL
         SELECT 'follow-ups', coalesce(c.day < ${day}::date, false), NULL, NULL, sum(c.count)::int
         FROM sinergi_total c
         WHERE c.cube = 'promises' AND c.place = ${office} AND c.program = ${program} AND c.mark = ANY (${waits}) GROUP BY 2
         UNION ALL
         SELECT 'summaries', true, NULL, NULL, sum(c.count)::int
         FROM sinergi_total c
         WHERE c.cube = 'owed' AND c.place = ${office} AND c.program = ${program}
           AND c.day < (${old}::timestamptz AT TIME ZONE 'UTC')::date
         UNION ALL
         SELECT 'summaries', false, c.ends_at, c.host_unit, sum(c.count)::int
         FROM sinergi_count c JOIN unit g ON g.code = c.guest_unit JOIN unit h ON h.code = c.host_unit
         WHERE c.cube = 'summaries' AND c.program = ${program} AND c.ends_at <= ${instant}::timestamptz
           AND c.ends_at >= date_trunc('day', ${old}::timestamptz, 'UTC')
           AND (${office} = '' OR ${office} IN (g.regional_office, h.regional_office))
         GROUP BY 3, 4) n
       LEFT JOIN unit u ON u.code = n.host
       WHERE n.count > 0`,
      where.parameters,
    );
  }
}
