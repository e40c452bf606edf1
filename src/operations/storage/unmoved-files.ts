import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MOST_COUNTED } from '../domain/unmoved.js';

/** Tables whose documents may still lie in their rows, in the order of their names. */
export const unmovedTables = ['follow_up_file', 'note_file', 'visit_file'] as const;
export type UnmovedTable = (typeof unmovedTables)[number];

interface Found {
  id: string;
}

interface Unmoved {
  sha256: string;
  content: Buffer;
}

/** Documents whose bytes lie in the database still. */
@Injectable()
export class UnmovedFiles {
  constructor(private readonly database: Database) {}

  /** Ids of a table's, in their order. */
  async find(table: UnmovedTable, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<Found>(
      `SELECT id FROM ${table} WHERE content IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The bytes of one, whole; null once it was moved or removed. */
  async read(table: UnmovedTable, id: string): Promise<Unmoved | null> {
    const [row] = await this.database.query<Unmoved>(
      `SELECT sha256, content FROM ${table} WHERE id = $1 AND content IS NOT NULL`,
      [id],
    );
    return row ?? null;
  }

  /** Lets the row name its object, and its bytes go. */
  async moved(table: UnmovedTable, id: string): Promise<void> {
    await this.database.query(
      `UPDATE ${table} SET content = NULL, stored = sha256 WHERE id = $1 AND content IS NOT NULL`,
      [id],
    );
  }

  /** How many there are, `MOST_COUNTED` at the most, and how many objects of the store are lost. */
  async count(): Promise<{ unmoved: number; damaged: number }> {
    const [row] = await this.database.query<{ unmoved: number; damaged: number }>(
      `SELECT (SELECT count(*)::int FROM (
           (SELECT id FROM follow_up_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
           UNION ALL (SELECT id FROM note_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
           UNION ALL (SELECT id FROM visit_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
           LIMIT ${MOST_COUNTED}) AS found) AS unmoved,
         (SELECT count(*)::int FROM stored_file WHERE damaged_at IS NOT NULL) AS damaged`,
    );
    return row ?? { unmoved: 0, damaged: 0 };
  }
}
