import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { summed } from './scope.js';

export interface ProgramCount {
  program: string;
  count: number;
  before: number;
}

/** Visits by program, now and before; a visit with several programs counts in each. */
@Injectable()
export class ProgramCounts {
  constructor(private readonly database: Database) {}

  execute(scope: Scope): Promise<ProgramCount[]> {
    const { where, isNow } = summed(scope, ['visits'], 'each');
    return this.database.query(
      `SELECT c.program, coalesce(sum(c.count) FILTER (WHERE ${isNow}), 0)::int AS count,
         coalesce(sum(c.count) FILTER (WHERE NOT ${isNow}), 0)::int AS before
       FROM sinergi_total c WHERE ${where.sql}
       GROUP BY c.program HAVING sum(c.count) > 0 ORDER BY count DESC, before DESC, c.program`,
      where.parameters,
    );
  }
}
