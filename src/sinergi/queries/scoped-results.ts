import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Measure } from '../../results/index.js';
import { nameOn } from '../../units/index.js';
import type { Scope } from '../domain/scope.js';
import { resultsWithin } from './scope.js';

/** An amount that was counted at a unit. */
export interface ScopedResult {
  id: string;
  /** The visit or the practice of which it is; the other is null. */
  visitId: string | null;
  noteId: string | null;
  unitName: string;
  what: string;
  amount: number;
  measure: Measure;
  /** Calendar date `YYYY-MM-DD`. */
  measuredOn: string;
}

/** What was counted by one measure. */
export interface ResultSum {
  measure: Measure;
  count: number;
  /** Of all of them; of shares of a hundred it says nothing. */
  sum: number;
}

const PAGE_SIZE = 50;

/** What was counted at the units of a place in a period. */
@Injectable()
export class ScopedResults {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async list(
    scope: Scope,
    { cursor, limit = PAGE_SIZE }: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Page<ScopedResult>> {
    const where = new Conditions();
    resultsWithin(scope, where);
    if (cursor) {
      const [day, id] = decodeCursor(cursor, ['date', 'uuid']);
      where.add((on, last) => `(r.measured_on, r.id) < (${on}::date, ${last}::uuid)`, day, id);
    }
    const rows = await this.database.query<ScopedResult>(
      `SELECT r.id, r.visit_id AS "visitId", r.note_id AS "noteId", ${nameOn('g', 'r.measured_on')} AS "unitName", r.what,
         r.amount::float8, r.measure, r.measured_on::text AS "measuredOn"
       FROM countable_result r JOIN unit g ON g.code = r.organisation
       WHERE ${where.sql} ORDER BY r.measured_on DESC, r.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.measuredOn, row.id],
    );
  }

  /** By measure, those of which most was counted first. */
  sums(scope: Scope): Promise<ResultSum[]> {
    const where = new Conditions();
    resultsWithin(scope, where);
    return this.database.query<ResultSum>(
      `SELECT r.measure, count(*)::int AS count, sum(r.amount)::float8 AS sum
       FROM countable_result r JOIN unit g ON g.code = r.organisation
       WHERE ${where.sql} GROUP BY r.measure ORDER BY count DESC, r.measure`,
      where.parameters,
    );
  }
}
