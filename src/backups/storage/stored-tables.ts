import { escapeIdentifier, type ClientBase } from 'pg';
import type { BackupSequence } from '../domain/manifest.js';

/** A table as the catalog knows it. */
export interface StoredTable {
  schema: string;
  name: string;
  /** Those that hold what was put in; generated ones follow by themselves. */
  columns: string[];
}

/**
 * Tables that belong to the queue's program and not to what was entrusted: its version (compared instead), the
 * processes that live, its own upgrades, and what it measured.
 */
const NOT_KEPT = ['pgboss.version', 'pgboss.instance', 'pgboss.bam', 'pgboss.queue_stats'];

const SCHEMAS = `('public', 'pgboss')`;
const OWN = `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

export const qualified = ({ schema, name }: { schema: string; name: string }): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;

/** Values as text are the same wherever they are written and read. */
export const SETTINGS = `
  SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres';
  SET extra_float_digits = 3; SET bytea_output = 'hex'; SET search_path = '';
  SET statement_timeout = 0; SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = 0`;

/** Every table whose rows a backup keeps, partitioned ones as one. */
export async function storedTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(
    `SELECT n.nspname AS schema, c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
         AS columns /* never null: no table has generated columns alone */
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname IN ${SCHEMAS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
       AND ${OWN} AND n.nspname || '.' || c.relname <> ALL ($1)
     GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [NOT_KEPT],
  );
  return rows;
}

/** Where every sequence stands now, those of identity columns too. */
export async function storedSequences(client: ClientBase): Promise<BackupSequence[]> {
  const { rows } = await client.query<BackupSequence>(
    `SELECT schemaname AS schema, sequencename AS name /* never null: the catalog's view does not say so */,
       coalesce(last_value, start_value)::text AS value /* never null: nor does it of the start */, last_value IS NOT NULL AS "isCalled"
     FROM pg_catalog.pg_sequences WHERE schemaname IN ${SCHEMAS} ORDER BY schemaname, sequencename`,
  );
  return rows;
}

/** Names of the migrations that built this database, oldest first. */
export async function doneMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM public.schema_migration ORDER BY timestamp, id',
  );
  return rows.map(({ name }) => name);
}

export async function queueVersion(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM pgboss.version');
  return rows[0]?.version ?? 0;
}
