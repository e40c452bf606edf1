import { jest } from '@jest/globals';
import { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { describe as described } from '../../config/statements/describe.js';
import type { TestApp } from './app.js';

/** Every statement that some work sends, whoever sends it. */
export async function statementsOf(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const runner = app.app.get(DataSource).createQueryRunner();
  await runner.release();
  const spy = jest.spyOn(Object.getPrototypeOf(runner) as QueryRunner, 'query');
  try {
    await work();
    return spy.mock.calls.map(([sql]) => sql);
  } finally {
    spy.mockRestore();
  }
}

const COLUMNS = `SELECT DISTINCT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_proc f JOIN pg_depend d ON d.objid = f.oid AND d.classid = 'pg_proc'::regclass
  JOIN pg_class c ON c.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
  WHERE f.proname = 'reads' AND f.pronamespace = pg_my_temp_schema() AND d.refclassid = 'pg_class'::regclass`;

const FUNCTIONS = `SELECT DISTINCT g.proname AS name FROM pg_proc f
  JOIN pg_depend d ON d.objid = f.oid AND d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_proc'::regclass
  JOIN pg_proc g ON g.oid = d.refobjid WHERE f.proname = 'reads' AND f.pronamespace = pg_my_temp_schema()
    AND g.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = g.oid AND e.deptype = 'e')`;

interface ReadThings {
  /** `table.column`, with the column's type. */
  columns: Map<string, string>;
  /** Functions of our own, which might read more. */
  functions: Set<string>;
}

/** What statements read, as PostgreSQL resolves them: it notes what a function's body depends on. */
export async function readThings(url: string, statements: Iterable<string>): Promise<ReadThings> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const things: ReadThings = { columns: new Map(), functions: new Set() };
  try {
    for (const text of new Set(statements)) {
      const { parameters } = await described(client, text);
      const types = parameters.map((type) => `pg_catalog.format_type(${type}, NULL)`).join(', ');
      const { rows: names } = await client.query<{ names: string[] }>(
        `SELECT ARRAY[${types}]::text[] AS names`,
      );
      await client.query('BEGIN');
      await client.query(
        `CREATE FUNCTION pg_temp.reads(${names[0]?.names.join(', ') ?? ''}) RETURNS SETOF record LANGUAGE sql
         BEGIN ATOMIC\n${text};\nEND`,
      );
      const columns = await client.query<{ name: string; type: string }>(COLUMNS);
      for (const { name, type } of columns.rows) things.columns.set(name, type);
      const functions = await client.query<{ name: string }>(FUNCTIONS);
      for (const { name } of functions.rows) things.functions.add(name);
      await client.query('ROLLBACK');
    }
  } finally {
    await client.end();
  }
  return things;
}
