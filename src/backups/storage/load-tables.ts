import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { RESTORE_MARK_TABLE } from '../../platform/database/unfinished-restore.js';
import type { BackupTable, Manifest } from '../domain/manifest.js';
import { qualified, SETTINGS, storedTables } from './stored-tables.js';

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

interface Trigger {
  table: string;
  name: string;
}

/** Keeps the database from being used until its rows are loaded. */
export const markUnfinished = (client: Client): Promise<unknown> =>
  client.query(`CREATE TABLE ${RESTORE_MARK_TABLE} ()`);

/** Whether nothing of anybody is in the schemas that a restore fills. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS found`,
  );
  return !rows[0]?.found;
}

/**
 * Loads the rows of a backup into a database of its schema, in one transaction: what was kept comes as it is, since
 * no trigger sees it, and references between rows are checked at the end. Needs no more than to own the tables.
 */
export async function loadTables(client: Client, folder: string, manifest: Manifest): Promise<void> {
  await client.query(SETTINGS);
  await client.query('BEGIN');
  try {
    const tables = await storedTables(client);
    const triggers = await enabledTriggers(client);
    const keys = await foreignKeys(client);
    for (const { table, name } of triggers)
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
    for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await client.query(`TRUNCATE ${tables.map(qualified).join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, folder, table);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { table, name, definition } of keys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`);
    for (const { schema, name, value, isCalled } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        qualified({ schema, name }),
        value,
        isCalled,
      ]);
    }
    await client.query(`DROP TABLE IF EXISTS ${RESTORE_MARK_TABLE}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await client.query('ANALYZE');
}

async function loadTable(client: Client, folder: string, table: BackupTable): Promise<void> {
  const columns = table.columns.map(escapeIdentifier).join(', ');
  const target = client.query(copyFrom(`COPY ${qualified(table)} (${columns}) FROM STDIN`));
  await pipeline(createReadStream(join(folder, table.path)), createGunzip(), target);
  if (target.rowCount !== table.rows) {
    throw new Error(`${qualified(table)}: ${target.rowCount} rows were loaded of ${table.rows}`);
  }
}

const OURS = `connamespace IN ('public'::regnamespace, 'pgboss'::regnamespace)`;

async function foreignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid)
       AS definition /* never null: the constraint is there */
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND ${OURS} ORDER BY conrelid, conname`,
  );
  return rows;
}

async function enabledTriggers(client: Client): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT tgisinternal AND tgenabled = 'O' AND tgparentid = 0
       AND relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY tgrelid, tgname`,
  );
  return rows;
}
