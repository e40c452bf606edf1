import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PersonalColumn, PersonalTable } from '../../platform/database/personal-columns.js';
import type { Blotter } from '../domain/blotter.js';

/** Rows that are read and written by one statement. */
const AT_ONCE = 100;

type WordedColumn = Extract<PersonalColumn, { is: 'own' | 'words' }>;
type Value = string | string[] | null;
type Row = Record<string, Value>;
export type ColumnTypes = ReadonlyMap<string, string>;

/** Somebody in words: what PostgreSQL looks for, what replaces it, and in which visits; null in all and outside of them. */
export interface Search {
  pattern: string;
  blotter: Blotter;
  visits: readonly string[] | null;
}

const worded = (table: PersonalTable): [string, WordedColumn][] =>
  Object.entries(table.columns).flatMap(([name, column]): [string, WordedColumn][] =>
    column.is === 'words' || column.is === 'own' ? [[name, column]] : [],
  );

/** Rows in whose words somebody is named, whosever they are. */
@Injectable()
export class WordedRows {
  constructor(private readonly database: Database) {}

  /** How PostgreSQL names the types of all columns, by `table.column`. */
  async types(): Promise<ColumnTypes> {
    const rows = await this.database.query<{ name: string; type: string }>(
      `SELECT c.relname || '.' || a.attname AS "name",
         format_type(a.atttypid, NULL) AS "type" /* never null: each column has a type */
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    );
    return new Map(rows.map(({ name, type }) => [name, type]));
  }

  /** Where they are now, in the order of the file. */
  async find(name: string, table: PersonalTable, { pattern, visits }: Search): Promise<string[]> {
    const columns = worded(table);
    if (columns.length === 0 || (visits !== null && table.visit === null)) return [];
    const matches = columns.map(([column]) => `"${column}"::text ~* $1`).join(' OR ');
    const inVisits = visits === null ? '' : ` AND "${table.visit ?? ''}"::text = ANY ($2::text[])`;
    const rows = await this.database.query<{ place: string }>(
      `SELECT ctid::text AS place FROM "${name}" WHERE (${matches})${inVisits}`,
      visits === null ? [pattern] : [pattern, visits],
    );
    return rows.map(({ place }) => place);
  }

  /** @returns how many rows were changed, in the open transaction */
  async blot(name: string, table: PersonalTable, search: Search, types: ColumnTypes): Promise<number> {
    const places = await this.find(name, table, search);
    let changed = 0;
    for (let from = 0; from < places.length; from += AT_ONCE) {
      for (const row of await this.read(name, table, places.slice(from, from + AT_ONCE)))
        changed += await this.write(name, table, row, search.blotter, types);
    }
    return changed;
  }

  private read(name: string, table: PersonalTable, places: readonly string[]): Promise<Row[]> {
    const columns = worded(table).map(([column]) => `, to_jsonb("${column}") AS "${column}"`);
    return this.database.query(
      `SELECT ctid::text AS "at row"${columns.join('')} FROM "${name}" WHERE ctid = ANY ($1::tid[]) FOR UPDATE`,
      [places],
    );
  }

  private async write(
    name: string,
    table: PersonalTable,
    row: Row,
    blotter: Blotter,
    types: ColumnTypes,
  ): Promise<number> {
    const changes = worded(table).flatMap(([column, is]) => {
      const before = row[column] ?? null;
      const after = before === null ? null : blotted(blotter, is, before);
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ column, after }];
    });
    if (changes.length === 0) return 0;
    const sets = changes.map(
      ({ column }, index) => `"${column}" = $${index + 2}::${types.get(`${name}.${column}`) ?? 'text'}`,
    );
    const values = changes.map(({ column, after }) =>
      types.get(`${name}.${column}`) === 'jsonb' ? JSON.stringify(after) : after,
    );
    await this.database.query(`UPDATE "${name}" SET ${sets.join(', ')} WHERE ctid = $1::tid`, [
      row['at row'],
      ...values,
    ]);
    return 1;
  }
}

/** What somebody's own column says of them elsewhere goes as it does in the own rows. */
function blotted(blotter: Blotter, column: WordedColumn, value: Exclude<Value, null>): unknown {
  if (typeof value !== 'string') return blotter.json(value);
  if (column.is === 'own')
    return column.becomes === null && blotter.isNothingBut(value) ? null : blotter.text(value);
  return column.isKey ? blotter.keyText(value) : blotter.text(value);
}
