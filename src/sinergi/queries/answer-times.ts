import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { counted, countsOf } from './scope.js';

/** How fast hosts answer. */
export interface AnswerTime {
  /** Null stands for all hosts together. */
  host: string | null;
  hostName: string | null;
  /** In the period, or in the one before; the latter only of all hosts. */
  isNow: boolean;
  /** Requests that were answered. */
  count: number;
  /** Whole hours from asking to the host's first answer: half of the answers took no longer. */
  medianHours: number;
}

@Injectable()
export class AnswerTimes {
  constructor(private readonly database: Database) {}

  /** Of hosts of the scope's office, the slowest first. */
  execute(scope: Scope): Promise<AnswerTime[]> {
    const { where, isNow } = counted(scope, ['answers']);
    if (scope.office !== null) where.add((office) => `h.regional_office = ${office}`, scope.office);
    return this.database.query(
      `WITH n AS (
         SELECT ${isNow} AS "isNow", c.host_unit AS host, c.hours, sum(c.count)::int AS count
         FROM ${countsOf(scope)} WHERE ${where.sql} GROUP BY 1, 2, 3 HAVING sum(c.count) > 0),
       m AS (
         SELECT "isNow", host, count(*)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS "medianHours"
         FROM n, generate_series(1, n.count) GROUP BY GROUPING SETS (("isNow"), ("isNow", host)))
       SELECT m."isNow", m.host, m.count, m."medianHours" /* never null: hours of at least one answer */,
         u.name AS "hostName"
       FROM m LEFT JOIN unit u ON u.code = m.host
       WHERE m.host IS NULL OR "isNow" ORDER BY "medianHours" DESC, u.name, m.host`,
      where.parameters,
    );
  }
}
