import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import { nameOn } from '../../units/index.js';
import type { Scope } from '../domain/scope.js';
import { replicationsWithin } from './scope.js';

/** A practice that one unit copied from another. */
export interface ScopedReplication {
  id: string;
  /** The follow-up of which it is the end. */
  followUp: string;
  /** The note that tells of the practice, or null; then `practice` says what it is. */
  note: string | null;
  practice: string;
  fromName: string;
  toName: string;
  /** Calendar date `YYYY-MM-DD` from which it is done at the copying unit. */
  since: string;
}

interface ReplicationCut {
  /** A note's id, or `none` for practices that no note tells of. */
  note?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const PAGE_SIZE = 50;

/** The replications behind a figure, the latest first. */
@Injectable()
export class ScopedReplications {
  constructor(private readonly database: Database) {}

  async execute(scope: Scope, cut: ReplicationCut): Promise<Page<ScopedReplication>> {
    const { limit = PAGE_SIZE } = cut;
    const where = new Conditions();
    replicationsWithin(scope, where);
    if (cut.note === 'none') where.add(() => 'r.note_id IS NULL');
    else where.addIf((note) => `r.note_id = ${note}::uuid`, cut.note);
    if (cut.cursor) {
      const [since, id] = decodeCursor(cut.cursor, ['date', 'uuid']);
      where.add((day, last) => `(r.since, r.id) < (${day}::date, ${last}::uuid)`, since, id);
    }
    const rows = await this.database.query<ScopedReplication>(
      `SELECT r.id, r.follow_up_id AS "followUp", r.note_id AS note, coalesce(n.title, r.practice) AS practice,
         ${nameOn('h', 'r.since')} AS "fromName", ${nameOn('g', 'r.since')} AS "toName", r.since::text
       FROM replication r JOIN unit g ON g.code = r.to_unit JOIN unit h ON h.code = r.from_unit
         LEFT JOIN note n ON n.id = r.note_id
       WHERE ${where.sql} ORDER BY r.since DESC, r.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.since, row.id],
    );
  }
}
