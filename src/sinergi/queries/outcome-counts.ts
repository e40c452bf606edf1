import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Scope } from '../domain/scope.js';
import { counted, countsOf } from './scope.js';

/** How many of one kind came of visits. */
export interface OutcomeCount {
  cube: 'summaries' | 'follow-ups' | 'replications' | 'notes';
  /** In the period, or in the one before. */
  isNow: boolean;
  /** Of summaries who published it: `person`, `system`, `none`; of follow-ups the state; of replications and notes empty. */
  mark: string;
  /** Of follow-ups: due before today and neither done nor dropped. */
  isOverdue: boolean;
  /** Of visits that are over without a summary: when, and the host's zone. */
  endsAt: Date | null;
  timeZone: Zone | null;
  count: number;
}

@Injectable()
export class OutcomeCounts {
  constructor(private readonly database: Database) {}

  /**
   * Visits that end after `now` owe no summary and are left out.
   *
   * @param today calendar date on which something is late or not
   */
  execute(scope: Scope, now: Date, today: string): Promise<OutcomeCount[]> {
    const { where, isNow } = counted(scope, ['summaries', 'follow-ups', 'replications', 'notes']);
    where.add((instant) => `c.ends_at IS NULL OR c.ends_at <= ${instant}`, now);
    const day = where.place(today);
    return this.database.query(
      `SELECT n.*, u.time_zone AS "timeZone" FROM (
         SELECT c.cube, ${isNow} AS "isNow", CASE WHEN c.cube = 'replications' THEN '' ELSE c.mark END AS mark,
           coalesce(c.due_on < ${day}::date, false) AS "isOverdue", c.ends_at AS "endsAt",
           CASE WHEN c.ends_at IS NOT NULL THEN c.host_unit END AS host, sum(c.count)::int AS count
         FROM ${countsOf(scope)} WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.count) > 0) n
       LEFT JOIN unit u ON u.code = n.host`,
      where.parameters,
    );
  }
}
