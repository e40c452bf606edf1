import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { asking, visitsWithUnits, within, type Scope } from './scope.js';

/** How fast a host answers. */
export interface AnswerTime {
  host: string;
  hostName: string;
  /** Requests that were answered. */
  count: number;
  /** Hours from asking to the host's first answer: half of its answers took no longer. */
  medianHours: number;
}

@Injectable()
export class AnswerTimes {
  constructor(private readonly database: Database) {}

  /** Of hosts of the scope's office, the slowest first. */
  execute(scope: Scope): Promise<AnswerTime[]> {
    const where = new Conditions();
    within(scope, where);
    if (scope.office !== null) where.add((office) => `h.regional_office = ${office}`, scope.office);
    return this.database.query(
      `SELECT v.host_unit AS host, h.name AS "hostName", count(*)::int AS count,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t.answered - t.asked) / 3600)::float8
           AS "medianHours"
       FROM ${visitsWithUnits} CROSS JOIN LATERAL ${asking} t
       WHERE ${where.sql} GROUP BY v.host_unit, h.name ORDER BY "medianHours" DESC, h.name, v.host_unit`,
      where.parameters,
    );
  }
}
