import { Injectable } from '@nestjs/common';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReadSql, notesWithNames, type NoteFact } from './note-facts.js';

export interface NoteFilter {
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  program?: string | undefined;
  visit?: string | undefined;
  state?: string | undefined;
  /** Words in the note, or in its unit's name. */
  query?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Notes somebody may read, the last changed first, in one statement a page. */
@Injectable()
export class ListNotes {
  constructor(private readonly database: Database) {}

  async execute(actor: Actor, filter: NoteFilter): Promise<Page<NoteFact>> {
    const where = new Conditions();
    where.add(() => mayReadSql(actor, where));
    where.addIf((p) => `n.unit = ${p}`, filter.unit);
    where.addIf((p) => `u.regional_office = ${p}`, filter.regionalOffice);
    where.addIf((p) => `n.visit_id = ${p}`, filter.visit);
    where.addIf((p) => `n.state = ${p}`, filter.state);
    where.addIf(
      (p) => `EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = ${p})`,
      filter.program,
    );
    where.addIf(
      (p) =>
        `(n.title || ' ' || n.context || ' ' || n.what_was_done || ' ' || n.result) ILIKE ${p} OR u.name ILIKE ${p}`,
      containing(filter.query),
    );
    if (filter.cursor) {
      const [changedAt, id] = decodeCursor(filter.cursor, ['string', 'string']);
      where.add((at, last) => `(n.changed_at, n.id) < (${at}::timestamptz, ${last}::uuid)`, changedAt, id);
    }
    const rows = await this.database.query<NoteFact>(
      `${notesWithNames} WHERE ${where.sql} ORDER BY n.changed_at DESC, n.id DESC LIMIT ${where.place(filter.limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      filter.limit,
      (row) => row,
      (row) => [row.changedAt.toISOString(), row.id],
    );
  }
}
