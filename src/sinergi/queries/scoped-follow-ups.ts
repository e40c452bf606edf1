import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import { followUpStatesWith } from '../../follow-ups/index.js';
import { nameOnVisit } from '../../units/index.js';
import { placeOf, type Scope } from '../domain/scope.js';
import { standing, visitsWithUnits, within } from './scope.js';

/** How promises ended: kept, or given up. */
export const endedPromises = ['done', 'dropped'] as const;
export type EndedPromise = (typeof endedPromises)[number];

/** How promises stand: not due yet, overdue, or how they ended. */
export const promiseKinds = ['waiting', 'overdue', ...endedPromises] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** When a promise ended, as SQL. */
const endedAt: Readonly<Record<EndedPromise, string>> = { done: 'f.done_at', dropped: 'f.changed_at' };

/** Whether a kind is of what happened in a period, and not of what stands now. */
export const isEnded = (kind: PromiseKind): kind is EndedPromise => kind in endedAt;

export interface ScopedFollowUp {
  id: string;
  what: string;
  unitName: string;
  personName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
}

interface PromiseCut {
  kind: PromiseKind;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const PAGE_SIZE = 50;

/** What was promised after the visits that are looked at. */
@Injectable()
export class ScopedFollowUps {
  constructor(private readonly database: Database) {}

  /**
   * Those of one kind, the first due first: that ended in the scope's period, or, whatever the period, that are open.
   *
   * @param today calendar date on which something is late or not
   */
  async list(scope: Scope, today: string, cut: PromiseCut): Promise<Page<ScopedFollowUp>> {
    const { kind, cursor, limit = PAGE_SIZE } = cut;
    const where = new Conditions();
    if (isEnded(kind)) {
      within(scope, where, endedAt[kind]);
      where.add((state) => `f.state = ${state}`, kind);
    } else {
      standing(placeOf(scope), where);
      const late = kind === 'overdue' ? '<' : '>=';
      where.add(
        (states, day) => `f.state = ANY (${states}) AND f.due_on ${late} ${day}::date`,
        followUpStatesWith('waits'),
        today,
      );
    }
    if (cursor) {
      const [dueOn, id] = decodeCursor(cursor, ['date', 'uuid']);
      where.add((day, last) => `(f.due_on, f.id) > (${day}::date, ${last}::uuid)`, dueOn, id);
    }
    const rows = await this.database.query<ScopedFollowUp>(
      `SELECT f.id, f.what, ${nameOnVisit('u')} AS "unitName", f.person_name AS "personName", f.due_on::text AS "dueOn"
       FROM follow_up f JOIN unit u ON u.code = f.unit JOIN (${visitsWithUnits}) ON v.id = f.visit_id
       WHERE ${where.sql} ORDER BY f.due_on, f.id LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.dueOn, row.id],
    );
  }
}
