import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { summed } from './scope.js';

/** How many visits there are by one thing, of which the others are null. */
export interface VisitCount {
  /** In the period, or in the one before. */
  isNow: boolean;
  /**
   * `visits` by state and month; of the whole country `guests`, `hosts` and `inside`, the visits of which a regional office's
   * units are guest, host, or both; `offices`, those of the period that were agreed upon, by the offices of both.
   */
  cube: 'visits' | 'guests' | 'hosts' | 'inside' | 'offices';
  /** A state, an office, or the guest's and the host's office with a space between. */
  mark: string;
  /** `YYYY-MM` by the host's calendar; null for what is counted by offices. */
  month: string | null;
  count: number;
}

/** Visits by state and month, and by the regional offices of their units, in one statement. */
@Injectable()
export class VisitCounts {
  constructor(private readonly database: Database) {}

  execute(scope: Scope): Promise<VisitCount[]> {
    const { where, isNow } = summed(scope, ['visits', 'guests', 'hosts', 'inside']);
    const [place, program] = [where.place(scope.office ?? ''), where.place(scope.program ?? '')];
    const [from, to] = [where.place(`${scope.from}-01`), where.place(`${scope.to}-01`)];
    return this.database.query(
      `SELECT c.cube /* one of: those asked for */, ${isNow} AS "isNow", c.mark /* never null: every sum has one, if an empty one */,
         CASE WHEN c.cube = 'visits' THEN to_char(c.day, 'YYYY-MM') END AS month, sum(c.count)::int AS count
       FROM sinergi_total c WHERE ${where.sql} GROUP BY 1, 2, 3, 4 HAVING sum(c.count) > 0
       UNION ALL
       SELECT 'offices', true, c.mark, NULL, sum(c.count)::int FROM sinergi_total c
       WHERE c.cube = 'offices' AND c.place = ${place} AND c.program = ${program}
         AND c.day BETWEEN ${from}::date AND ${to}::date
       GROUP BY c.mark HAVING sum(c.count) > 0`,
      where.parameters,
    );
  }
}
