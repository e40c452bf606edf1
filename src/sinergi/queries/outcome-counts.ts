import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { summed } from './scope.js';

/** How many of one kind came of visits. */
export interface OutcomeCount {
  cube: 'summaries' | 'follow-ups' | 'replications' | 'notes' | 'learning';
  /** In the period, or in the one before. */
  isNow: boolean;
  /** Of summaries who published it: `person` or `system`; of follow-ups the state; of learning the newest answer; of replications and notes empty. */
  mark: string;
  count: number;
}

@Injectable()
export class OutcomeCounts {
  constructor(private readonly database: Database) {}

  /** By when they came to be: published, kept or given up, copied; what is still open is none of them. */
  execute(scope: Scope): Promise<OutcomeCount[]> {
    const { where, isNow } = summed(scope, ['summaries', 'follow-ups', 'replications', 'notes', 'learning']);
    return this.database.query(
      `SELECT c.cube /* one of: those asked for */, ${isNow} AS "isNow",
         CASE WHEN c.cube = 'replications' THEN '' ELSE c.mark END AS mark /* never null: every count has one, if an empty one */, sum(c.count)::int AS count
       FROM sinergi_total c WHERE ${where.sql} GROUP BY 1, 2, 3 HAVING sum(c.count) > 0`,
      where.parameters,
    );
  }
}
