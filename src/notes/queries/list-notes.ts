import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { noteConditions, type NoteFilter } from './note-conditions.js';
import { notesWithNames, type NoteFact } from './note-facts.js';

/** Notes somebody may read, the last changed first, in one statement a page. */
@Injectable()
export class ListNotes {
  constructor(private readonly database: Database) {}

  async execute(
    actor: Actor,
    { limit, cursor, ...filter }: NoteFilter & { limit: number; cursor?: string | undefined },
  ): Promise<Page<NoteFact>> {
    const where = noteConditions(actor, filter);
    if (cursor) {
      const [changedAt, id] = decodeCursor(cursor, ['instant', 'uuid']);
      where.add((at, last) => `(n.changed_at, n.id) < (${at}::timestamptz, ${last}::uuid)`, changedAt, id);
    }
    const rows = await this.database.query<NoteFact>(
      `${notesWithNames} WHERE ${where.sql} ORDER BY n.changed_at DESC, n.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.changedAt.toISOString(), row.id],
    );
  }
}
