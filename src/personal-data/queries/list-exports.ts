import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';

/** A file that was taken away. */
export interface ExportLine {
  id: string;
  takenAt: Date;
  takenBy: string | null;
  /** Null for who came by a link of their own. */
  takenByName: string | null;
  route: string;
  about: string | null;
  fileName: string;
  rowCount: number | null;
}

export interface WantedExports {
  /** The account; left out for all. */
  person?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Who took which file away, the newest first. */
@Injectable()
export class ListExports {
  constructor(private readonly database: Database) {}

  async execute({ person, cursor, limit }: WantedExports): Promise<Page<ExportLine>> {
    const where = new Conditions();
    if (person !== undefined) where.add((id) => `e.taken_by = ${id}::uuid`, person);
    if (cursor !== undefined) {
      const [takenAt, id] = decodeCursor(cursor, ['instant', 'uuid']);
      where.add((at, last) => `(e.taken_at, e.id) < (${at}::timestamptz, ${last}::uuid)`, takenAt, id);
    }
    const rows = await this.database.query<ExportLine>(
      `SELECT e.id, e.taken_at AS "takenAt", e.taken_by AS "takenBy", p.name AS "takenByName", e.route, e.about,
         e.file_name AS "fileName", e.row_count AS "rowCount"
       FROM export_record e LEFT JOIN person p ON p.id = e.taken_by
       WHERE ${where.sql} ORDER BY e.taken_at DESC, e.id DESC LIMIT ${where.place(limit + 1)}`,
      where.parameters,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.takenAt.toISOString(), row.id],
    );
  }
}
