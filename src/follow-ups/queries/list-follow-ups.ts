import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { visibleTo } from '../../visits/index.js';
import { followUpsWithNames, type FollowUpFact } from './follow-up-facts.js';

export interface FollowUpFilter {
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  visit?: string | undefined;
  state?: string | undefined;
  /** Any of these states. */
  states?: readonly string[] | undefined;
  /** Calendar date: due on this day or before. */
  dueBefore?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Follow-ups of visits somebody may see, the first due first, in one statement a page. */
@Injectable()
export class ListFollowUps {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, filter: FollowUpFilter): Promise<Page<FollowUpFact>> {
    const where = new Conditions();
    visibleTo(actor, where);
    where.addIf((p) => `f.unit = ${p}`, filter.unit);
    where.addIf((p) => `u.regional_office = ${p}`, filter.regionalOffice);
    where.addIf((p) => `f.visit_id = ${p}`, filter.visit);
    where.addIf((p) => `f.state = ${p}`, filter.state);
    where.addIf((p) => `f.state = ANY (${p})`, filter.states);
    where.addIf((p) => `f.due_on <= ${p}`, filter.dueBefore);
    if (filter.cursor) {
      const [dueOn, id] = decodeCursor(filter.cursor, ['string', 'string']);
      where.add((due, last) => `(f.due_on, f.id) > (${due}::date, ${last}::uuid)`, dueOn, id);
    }
    const rows = await this.database.query<FollowUpFact>(
      `${followUpsWithNames} WHERE ${where.sql} ORDER BY f.due_on, f.id LIMIT ${where.place(filter.limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      filter.limit,
      (row) => row,
      (row) => [row.dueOn, row.id],
    );
  }
}
