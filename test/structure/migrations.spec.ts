import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../config/data-source.js';
import { migrations } from '../../migrations/index.js';
import { knownMigrations, migrate } from '../../src/platform/database/migrate.js';
import { MIGRATIONS_TABLE } from '../../src/platform/database/naming.js';
import { schemaSnapshot } from '../../src/platform/database/schema-snapshot.js';
import { migrationLimits, SessionLimits } from '../../src/platform/database/time-limits.js';
import { StartRefusal } from '../../src/platform/errors/start-refusal.js';
import { createDatabase, createEmptyDatabase } from '../support/database.js';
import { query } from '../support/embedded.js';

/** Undoes the newest migration. */
async function undoLast(url: string): Promise<void> {
  const options = dataSourceOptions(url, 1, new SessionLimits(migrationLimits));
  const dataSource = await new DataSource(options).initialize();
  try {
    await dataSource.undoLastMigration();
  } finally {
    await dataSource.destroy();
  }
}

test('the list holds every file of the folder, each class named as its file', async () => {
  const files = (await readdir('migrations')).filter((name) => name !== 'index.ts').sort();
  const named = files.map((file) => {
    const [timestamp = '', ...words] = file.replace(/\.ts$/, '').split('-');
    return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + timestamp;
  });
  expect(migrations.map(({ name }) => name)).toEqual(named);
});

describe('The schema', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  test('is undone step by step to exactly what it was, and built again to what is committed', async () => {
    const { url } = database;
    // Whoever keeps the database may have had them before; they stay.
    await query(url, 'CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent');
    const steps: string[] = [];
    for (const count of knownMigrations().keys()) {
      await migrate(url, knownMigrations().slice(0, count));
      steps.push(await schemaSnapshot(url));
    }
    await migrate(url);
    const committed = await readFile('config/generated/schema.sql', 'utf8');
    expect(await schemaSnapshot(url)).toBe(committed);
    for (const before of steps.toReversed()) {
      await undoLast(url);
      if (before === steps[0]) await query(url, `DROP TABLE ${MIGRATIONS_TABLE}`);
      expect(await schemaSnapshot(url)).toBe(before);
    }
    expect(await migrate(url)).toEqual(knownMigrations());
    expect(await schemaSnapshot(url)).toBe(committed);
  }, 120_000);
});

describe('A database that has migrations which this version lacks', () => {
  const record = (name: string): string =>
    `INSERT INTO ${MIGRATIONS_TABLE} (timestamp, name) VALUES (1763900000000, '${name}')`;

  test('is refused, unchanged, where it lacks some that this version has', async () => {
    const database = await createEmptyDatabase();
    await migrate(database.url, knownMigrations().slice(0, 1));
    await query(database.url, `DELETE FROM ${MIGRATIONS_TABLE}; ${record('Mail1763900000000')}`);
    const before = await schemaSnapshot(database.url);
    const migrating = migrate(database.url);
    await expect(migrating).rejects.toThrow(StartRefusal);
    await expect(migrating).rejects.toThrow(
      'built by migrations that this version does not have (1, from Mail1763900000000 on)',
    );
    expect(await schemaSnapshot(database.url)).toBe(before);
    await database.drop();
  });

  test('is taken where it has all of them, as a later version left it', async () => {
    const database = await createDatabase();
    await query(database.url, record('Later1999999999999'));
    expect(await migrate(database.url)).toEqual([]);
    await database.drop();
  });
});

describe('The catalog', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const silent = (): Promise<{ name: string }[]> =>
    query(
      database.url,
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
         AND coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
    );

  test('says of every table and view what it holds', async () => {
    expect(await silent()).toEqual([{ name: MIGRATIONS_TABLE }]);
    await query(database.url, 'CREATE TABLE planted (id uuid PRIMARY KEY)');
    expect(await silent()).toContainEqual({ name: 'planted' });
  });
});
