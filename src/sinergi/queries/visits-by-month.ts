import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { visitsWithUnits, within, type Scope } from './scope.js';

export interface MonthCount {
  /** `YYYY-MM` by the host's calendar. */
  month: string;
  count: number;
}

/** How many visits begin in each month that has any. */
@Injectable()
export class VisitsByMonth {
  constructor(private readonly database: Database) {}

  execute(scope: Scope): Promise<MonthCount[]> {
    const where = new Conditions();
    within(scope, where);
    return this.database.query(
      `SELECT to_char(v.starts_at AT TIME ZONE h.time_zone, 'YYYY-MM') AS month, count(*)::int AS count
       FROM ${visitsWithUnits} WHERE ${where.sql} GROUP BY 1 ORDER BY 1`,
      where.parameters,
    );
  }
}
