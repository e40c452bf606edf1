import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Zone } from '../../platform/text/zones.js';
import { nameAt } from '../../units/index.js';
import type { Scope } from '../domain/scope.js';
import { notesWithin } from './scope.js';

/** A practice that was published for everybody. */
export interface ScopedNote {
  id: string;
  title: string;
  unitName: string;
  publishedAt: Date;
  /** The unit's zone. */
  timeZone: Zone;
  /** How often it was copied, ever. */
  replications: number;
}

interface NoteCut {
  cursor?: string | undefined;
  limit?: number | undefined;
}

const PAGE_SIZE = 50;

/** The notes behind a figure, the latest first. */
@Injectable()
export class ScopedNotes {
  constructor(private readonly database: Database) {}

  async execute(scope: Scope, { cursor, limit = PAGE_SIZE }: NoteCut): Promise<Page<ScopedNote>> {
    const where = new Conditions();
    notesWithin(scope, where);
    if (cursor) {
      const [publishedAt, id] = decodeCursor(cursor, ['instant', 'uuid']);
      where.add(
        (at, last) => `(n.published_at, n.id) < (${at}::timestamptz, ${last}::uuid)`,
        publishedAt,
        id,
      );
    }
    const rows = await this.database.query<ScopedNote>(
      `SELECT n.id, n.title, ${nameAt('g', 'n.published_at', 'g.time_zone')} AS "unitName", n.published_at AS "publishedAt", g.time_zone AS "timeZone",
         (SELECT count(*)::int FROM replication r WHERE r.note_id = n.id) AS replications
       FROM note n JOIN unit g ON g.code = n.unit
       WHERE ${where.sql} ORDER BY n.published_at DESC, n.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.publishedAt.toISOString(), row.id],
    );
  }
}
