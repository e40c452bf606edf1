import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type {
  Anonymous,
  OwnerKind,
  PersonalColumn,
  PersonalTable,
} from '../../platform/database/personal-columns.js';
import { groupedBy } from '../../platform/text/grouped.js';
import type { CopiedValue } from '../domain/personal-copy.js';
import { ANONYMOUS_NAME, type Subject } from '../domain/subject.js';

/** A statement with its parameters, of names that stand in the table of columns. */
export interface Composed {
  sql: string;
  parameters: unknown[];
}

const idsOf: Readonly<Record<OwnerKind, (subject: Subject) => readonly string[]>> = {
  person: ({ persons }) => persons,
  participant: ({ participants }) => participants,
  member: ({ members }) => members,
  address: ({ addresses }) => addresses,
  phone: ({ phones }) => phones,
};

const typeOf: Readonly<Record<OwnerKind, string>> = {
  ...{ person: 'uuid[]', participant: 'uuid[]', member: 'uuid[]' },
  ...{ address: 'text[]', phone: 'text[]' },
};

/** Which rows are somebody's, by so many of the columns that say it; null where none can be. */
export function ownCondition(
  table: PersonalTable,
  columns: readonly string[],
  subject: Subject,
): Composed | null {
  const known = columns.flatMap((column) => {
    const kind = table.owners[column];
    const ids = kind === undefined ? [] : idsOf[kind](subject);
    return kind === undefined || ids.length === 0 ? [] : [{ column, kind, ids }];
  });
  if (known.length === 0) return null;
  return {
    sql: known
      .map(({ column, kind }, index) => `"${column}" = ANY ($${index + 1}::${typeOf[kind]})`)
      .join(' OR '),
    parameters: known.map(({ ids }) => ids),
  };
}

type OwnColumn = Extract<PersonalColumn, { is: 'own' }>;

function valueOf(becomes: Anonymous, address: string): string | null {
  if (becomes === 'anonymous-name') return ANONYMOUS_NAME;
  if (becomes === 'anonymous-address') return address;
  return becomes === null ? null : becomes.text;
}

const UUID = '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/**
 * The condition that the visit of a row was submitted, or is of the own people of some accounts. Some tables name their visit in a
 * column of letters, in which something else can stand.
 */
function seenBy(column: string, persons: number): string {
  const visit = `substring(${column}::text FROM '${UUID}')::uuid`;
  return `${visit} IS NULL OR EXISTS (SELECT FROM visit v
    WHERE v.id = ${visit} AND (v.submitted_at IS NOT NULL OR v.guest_unit IN
      (SELECT p.unit FROM person p WHERE p.id = ANY ($${persons}::uuid[]))))`;
}

/** Somebody's own rows: gone, or nobody's. */
@Injectable()
export class OwnRows {
  constructor(private readonly database: Database) {}

  /** @returns how many rows were changed, in the open transaction */
  async erase(name: string, table: PersonalTable, subject: Subject, address: string): Promise<number> {
    const removed = await this.remove(name, table, subject);
    const columns = Object.entries(table.columns).flatMap(([column, is]) =>
      is.is === 'own' ? [{ column, own: is, by: is.by ?? Object.keys(table.owners) }] : [],
    );
    const byOwners = groupedBy(columns, ({ by }) => by.join());
    let changed = removed;
    for (const group of byOwners.values())
      changed += await this.replace(name, table, subject, group, address);
    return changed;
  }

  /**
   * The first rows that a condition finds, with what a copy tells of them, as JSON has it. A visit that was never submitted is told
   * to its guest's own people alone.
   */
  async tell(
    name: string,
    table: PersonalTable,
    { sql, parameters }: Composed,
    { limit, persons }: { limit: number; persons: readonly string[] },
  ): Promise<Record<string, CopiedValue>[]> {
    const told = Object.keys(table.tells).map((column) => `'${column}', "${column}"`);
    const seen = table.visit === null ? null : seenBy(`"${name}"."${table.visit}"`, parameters.length + 2);
    const rows = await this.database.query<{ told: Record<string, CopiedValue> }>(
      `SELECT jsonb_build_object(${told.join(', ')}) AS told FROM "${name}"
       WHERE (${sql})${seen === null ? '' : ` AND (${seen})`} LIMIT $${parameters.length + 1}`,
      [...parameters, limit, ...(seen === null ? [] : [persons])],
    );
    return rows.map((row) => row.told);
  }

  private async remove(name: string, table: PersonalTable, subject: Subject): Promise<number> {
    const condition = ownCondition(table, table.goesWith, subject);
    if (!condition) return 0;
    const [row] = await this.database.query<{ count: number }>(
      `WITH gone AS (DELETE FROM "${name}" WHERE ${condition.sql} RETURNING 1) SELECT count(*)::int AS count FROM gone`,
      condition.parameters,
    );
    return row?.count ?? 0;
  }

  private async replace(
    name: string,
    table: PersonalTable,
    subject: Subject,
    columns: readonly { column: string; own: OwnColumn; by: readonly string[] }[],
    address: string,
  ): Promise<number> {
    const condition = ownCondition(table, columns[0]?.by ?? [], subject);
    if (!condition) return 0;
    const { length } = condition.parameters;
    const sets = columns.map(
      ({ column }, index) =>
        `"${column}" = CASE WHEN "${column}" IS NOT NULL THEN $${length + index + 1}::text END`,
    );
    const differs = columns.map(
      ({ column }, index) => `"${column}" IS DISTINCT FROM $${length + index + 1}::text`,
    );
    const values = columns.map(({ own }) => valueOf(own.becomes, address));
    const [row] = await this.database.query<{ count: number }>(
      `WITH changed AS (UPDATE "${name}" SET ${sets.join(', ')} WHERE (${condition.sql}) AND (${differs.join(' OR ')}) RETURNING 1)
       SELECT count(*)::int AS count FROM changed`,
      [...condition.parameters, ...values],
    );
    return row?.count ?? 0;
  }
}
