import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { visitsWithUnits, within, type Scope } from './scope.js';

/** How promises stand: not due yet, late, done, or given up. */
export const promiseKinds = ['waiting', 'overdue', 'done', 'dropped'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

export interface ScopedFollowUp {
  id: string;
  what: string;
  unitName: string;
  personName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
}

const MOST = 200;

/** How a promise stands on a day, as SQL. */
const kindOn = (today: string): string =>
  `CASE WHEN f.state IN ('done', 'dropped') THEN f.state WHEN f.due_on < ${today}::date THEN 'overdue' ELSE 'waiting' END`;

/** What was promised after the visits that are looked at. */
@Injectable()
export class ScopedFollowUps {
  constructor(private readonly database: Database) {}

  /** @param today calendar date on which something is late or not */
  async counts(scope: Scope, today: string): Promise<Record<PromiseKind, number>> {
    const where = new Conditions();
    within(scope, where);
    const rows = await this.database.query<{ kind: PromiseKind; count: number }>(
      `SELECT ${kindOn(where.place(today))} AS kind, count(*)::int AS count
       FROM follow_up f JOIN (${visitsWithUnits}) ON v.id = f.visit_id WHERE ${where.sql} GROUP BY 1`,
      where.parameters,
    );
    const counts = { waiting: 0, overdue: 0, done: 0, dropped: 0 };
    for (const { kind, count } of rows) counts[kind] = count;
    return counts;
  }

  /** Those of one kind, the first due first. */
  list(scope: Scope, today: string, kind: PromiseKind): Promise<ScopedFollowUp[]> {
    const where = new Conditions();
    within(scope, where);
    where.add((day, asked) => `${kindOn(day)} = ${asked}`, today, kind);
    return this.database.query(
      `SELECT f.id, f.what, u.name AS "unitName", f.person_name AS "personName", f.due_on::text AS "dueOn"
       FROM follow_up f JOIN unit u ON u.code = f.unit JOIN (${visitsWithUnits}) ON v.id = f.visit_id
       WHERE ${where.sql} ORDER BY f.due_on, f.id LIMIT ${MOST}`,
      where.parameters,
    );
  }
}
