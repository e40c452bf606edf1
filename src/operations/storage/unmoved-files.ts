import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Tables whose documents may still lie in their rows, in the order of their names. */
export const unmovedTables = ['follow_up_file', 'note_file', 'visit_file'] as const;
export type UnmovedTable = (typeof unmovedTables)[number];

/** What is counted of them at the most. */
export const MOST_COUNTED = 10_000;

interface Found {
  id: string;
}

interface Unmoved {
  sha256: string;
  content: Buffer;
}

const find = (table: UnmovedTable): string =>
  `SELECT id FROM ${table} WHERE content IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`;

const read = (table: UnmovedTable): string =>
  `SELECT sha256, content /* never null: the condition */ FROM ${table} WHERE id = $1 AND content IS NOT NULL`;

const move = (table: UnmovedTable): string =>
  `UPDATE ${table} SET content = NULL, stored = sha256 WHERE id = $1 AND content IS NOT NULL`;

/** Documents whose bytes lie in the database still. */
@Injectable()
export class UnmovedFiles {
  constructor(private readonly database: Database) {}

  /** Ids of a table's, in their order. */
  async find(table: UnmovedTable, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.finds[table]([after, limit]);
    return rows.map(({ id }) => id);
  }

  /** The bytes of one, whole; null once it was moved or removed. */
  async read(table: UnmovedTable, id: string): Promise<Unmoved | null> {
    const [row] = await this.reads[table]([id]);
    return row ?? null;
  }

  /** Lets the row name its object, and its bytes go. */
  async moved(table: UnmovedTable, id: string): Promise<void> {
    await this.moves[table]([id]);
  }

  /** How many there are, `MOST_COUNTED` at the most. */
  async count(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         (SELECT id FROM follow_up_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
         UNION ALL (SELECT id FROM note_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
         UNION ALL (SELECT id FROM visit_file WHERE content IS NOT NULL LIMIT ${MOST_COUNTED})
         LIMIT ${MOST_COUNTED}) AS unmoved`,
    );
    return row?.count ?? 0;
  }

  private readonly finds: Readonly<Record<UnmovedTable, (values: unknown[]) => Promise<Found[]>>> = {
    follow_up_file: (values) => this.database.query<Found>(find('follow_up_file'), values),
    note_file: (values) => this.database.query<Found>(find('note_file'), values),
    visit_file: (values) => this.database.query<Found>(find('visit_file'), values),
  };

  private readonly reads: Readonly<Record<UnmovedTable, (values: unknown[]) => Promise<Unmoved[]>>> = {
    follow_up_file: (values) => this.database.query<Unmoved>(read('follow_up_file'), values),
    note_file: (values) => this.database.query<Unmoved>(read('note_file'), values),
    visit_file: (values) => this.database.query<Unmoved>(read('visit_file'), values),
  };

  private readonly moves: Readonly<Record<UnmovedTable, (values: unknown[]) => Promise<unknown>>> = {
    follow_up_file: (values) => this.database.query(move('follow_up_file'), values),
    note_file: (values) => this.database.query(move('note_file'), values),
    visit_file: (values) => this.database.query(move('visit_file'), values),
  };
}
