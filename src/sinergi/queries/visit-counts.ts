import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { VisitState } from '../../visits/index.js';
import type { Scope } from '../domain/scope.js';
import { isAgreed, counted, countsWithUnits } from './scope.js';

/** How many visits there are by one thing, of which the others are null. */
export interface VisitCount {
  /** In the period, or in the one before. */
  isNow: boolean;
  state: VisitState | null;
  /** `YYYY-MM` by the host's calendar. */
  month: string | null;
  /** Regional offices of guest and host; then also whether the visits were agreed upon. */
  guestOffice: string | null;
  hostOffice: string | null;
  isAgreed: boolean | null;
  count: number;
}

/** Visits by state, by month, and by the regional offices of their units, in one statement. */
@Injectable()
export class VisitCounts {
  constructor(private readonly database: Database) {}

  execute(scope: Scope): Promise<VisitCount[]> {
    const { where, isNow } = counted(scope, ['visits']);
    const agreed = isAgreed('c.mark', where);
    return this.database.query(
      `WITH n AS MATERIALIZED (
         SELECT ${isNow} AS "isNow", c.mark AS state, ${agreed} AS agreed, c.month, g.regional_office AS guest, h.regional_office AS host,
           sum(c.count)::int AS count
         FROM ${countsWithUnits} WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5, 6)
       SELECT "isNow", state /* one of: visits are counted under their states */, to_char(month, 'YYYY-MM') AS month, guest AS "guestOffice", host AS "hostOffice",
         agreed AS "isAgreed", sum(count)::int AS count
       FROM n GROUP BY GROUPING SETS (("isNow", state), ("isNow", month), ("isNow", guest, host, agreed))
       HAVING sum(count) > 0`,
      where.parameters,
    );
  }
}
