import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { visitsWithUnits, within, type Scope } from './scope.js';

export interface StateCount {
  state: string;
  count: number;
}

/** How many visits stand in each state. */
@Injectable()
export class VisitsByState {
  constructor(private readonly database: Database) {}

  execute(scope: Scope): Promise<StateCount[]> {
    const where = new Conditions();
    within(scope, where);
    return this.database.query(
      `SELECT v.state, count(*)::int AS count FROM ${visitsWithUnits} WHERE ${where.sql} GROUP BY v.state`,
      where.parameters,
    );
  }
}
