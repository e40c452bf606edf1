import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { counted, summed } from './scope.js';

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
    return scope.office === null ? this.ofCountry(scope) : this.ofRegion(scope, scope.office);
  }

  /** Both periods of all hosts are kept as sums; those of each host are added up. */
  private ofCountry(scope: Scope): Promise<AnswerTime[]> {
    const { where, isNow } = summed(scope, ['answers']);
    const [program, from, to] = [scope.program ?? '', `${scope.from}-01`, `${scope.to}-01`].map((value) =>
      where.place(value),
    );
    return this.database.query(
      medianOf(`SELECT true AS "isNow", c.host_unit AS host, c.hours, sum(c.count)::int AS count
         FROM sinergi_count c
         WHERE c.cube = 'answers' AND c.program = ${program} AND c.month BETWEEN ${from}::date AND ${to}::date
         GROUP BY 2, 3 HAVING sum(c.count) > 0
         UNION ALL
         SELECT ${isNow}, NULL, c.hours, sum(c.count)::int FROM sinergi_total c WHERE ${where.sql}
         GROUP BY 1, 3 HAVING sum(c.count) > 0`),
      where.parameters,
    );
  }

  private ofRegion(scope: Scope, office: string): Promise<AnswerTime[]> {
    const { where, isNow } = counted(scope, ['answers']);
    where.add(
      (code) => `c.host_unit = ANY (ARRAY(SELECT code FROM unit WHERE regional_office = ${code}))`,
      office,
    );
    return this.database.query(
      medianOf(`SELECT ${isNow} AS "isNow", CASE WHEN grouping(c.host_unit) = 0 THEN c.host_unit END AS host, c.hours,
           sum(c.count)::int AS count
         FROM sinergi_count c WHERE ${where.sql}
         GROUP BY GROUPING SETS ((1, c.hours), (1, c.host_unit, c.hours))
         HAVING sum(c.count) > 0 AND (${isNow} OR grouping(c.host_unit) = 1)`),
      where.parameters,
    );
  }
}

/** What half of the answers took at the most, of counts by hour: of an even number, what lies between the two in the middle. */
const medianOf = (counts: string): string =>
  `WITH n AS (${counts}),
   ranked AS (
     SELECT "isNow", host, hours, count, sum(count) OVER (PARTITION BY "isNow", host ORDER BY hours) AS upto,
       sum(count) OVER (PARTITION BY "isNow", host) AS answers
     FROM n),
   m AS (
     SELECT "isNow", host, max(answers)::int AS count, avg(hours)::float8 AS "medianHours" FROM ranked
     WHERE upto > (answers - 1) / 2 AND upto - count <= answers / 2 GROUP BY 1, 2)
   SELECT m."isNow", m.host, m.count,
     m."medianHours" /* never null: hours of at least one answer */, u.name AS "hostName"
   FROM m LEFT JOIN unit u ON u.code = m.host ORDER BY "medianHours" DESC, u.name, m.host`;
