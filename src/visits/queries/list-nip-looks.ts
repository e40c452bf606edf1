import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';

/** One NIP that somebody had shown. */
export interface NipLook {
  id: string;
  lookedAt: Date;
  lookedBy: string;
  lookedByName: string;
  visitId: string;
  reference: string;
  visitTitle: string;
  participantId: string | null;
  whose: string;
}

/** Who had whose NIP shown, the newest first. */
@Injectable()
export class ListNipLooks {
  constructor(private readonly database: Database) {}

  async execute({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<NipLook>> {
    const where = new Conditions();
    if (cursor !== undefined) {
      const [lookedAt, id] = decodeCursor(cursor, ['instant', 'uuid']);
      where.add((at, last) => `(l.looked_at, l.id) < (${at}::timestamptz, ${last}::uuid)`, lookedAt, id);
    }
    const rows = await this.database.query<NipLook>(
      `SELECT l.id, l.looked_at AS "lookedAt", l.looked_by AS "lookedBy", p.name AS "lookedByName", l.visit_id AS "visitId",
         v.reference, v.title AS "visitTitle", l.participant_id AS "participantId", l.whose
       FROM nip_look l JOIN person p ON p.id = l.looked_by JOIN visit v ON v.id = l.visit_id
       WHERE ${where.sql} ORDER BY l.looked_at DESC, l.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.lookedAt.toISOString(), row.id],
    );
  }
}
