import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../config/data-source.js';
import type { Database } from '../src/platform/database/database.js';
import { migrate } from '../src/platform/database/migrate.js';
import { migrationLimits, SessionLimits } from '../src/platform/database/time-limits.js';
import { startApp, type TestApp } from './support/app.js';
import { createDatabase } from './support/database.js';
import { databaseProxy, type DatabaseProxy } from './support/database-proxy.js';

const WEB = { statement: '8s', lock: '3s', idle: '30s' };
const JOBS = { statement: '5min', lock: '30s', idle: '5min' };

const LIMITS = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle`;

const limitsOf = async (database: Database) => (await database.query<typeof WEB>(LIMITS))[0];

describe('What a statement may take', () => {
  let app: TestApp;
  let proxy: DatabaseProxy | undefined;
  afterAll(() => proxy?.close());

  describe.each([
    ['straight', false],
    ['through a pooler that hands connections on', true],
  ])('%s', (_, pooling) => {
    beforeAll(async () => {
      app = await startApp({}, async (url) => {
        proxy = await databaseProxy(url, { pooling });
        return proxy.url;
      });
    });
    afterAll(async () => {
      await app.close();
      await proxy?.close();
    });

    test('is short for who waits, long in the background, and as short again afterwards', async () => {
      const { database } = app;
      expect(await limitsOf(database)).toEqual(WEB);
      expect(await database.transaction(() => limitsOf(database))).toEqual(WEB);
      await database.inBackground(async () => {
        expect(await limitsOf(database)).toEqual(JOBS);
        expect(await database.transaction(() => limitsOf(database))).toEqual(JOBS);
      });
      for (let i = 0; i < 12; i++) expect(await limitsOf(database)).toEqual(WEB);
    });

    test('is set on the connection only where it stays one and the same', async () => {
      const runner = app.app.get(DataSource).createQueryRunner();
      const [row] = (await runner.query(LIMITS)) as (typeof WEB)[];
      await runner.release();
      expect(row).toEqual(pooling ? { statement: '0', lock: '0', idle: '0' } : WEB);
    });
  });

  test('is a setting', async () => {
    const other = await startApp({ DATABASE_TIMEOUT: '2' });
    try {
      expect(await limitsOf(other.database)).toEqual({ statement: '2s', lock: '2s', idle: '30s' });
      await expect(other.database.query('SELECT pg_sleep(10)')).rejects.toMatchObject({
        driverError: { code: '57014' },
      });
    } finally {
      await other.close();
    }
  });
});

describe('Migrations', () => {
  test.each([
    ['straight', false],
    ['through a pooler', true],
  ])(
    'of processes that start together run once, %s, and leave no lock behind',
    async (_, pooling) => {
      const database = await createDatabase();
      const proxy = await databaseProxy(database.url, { pooling });
      await undoLast(database.url);
      const done = await Promise.all([1, 2, 3].map(() => migrate(proxy.url)));
      expect(done.flat()).toHaveLength(1);
      const client = new Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query(
        `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND d.datname = current_database()`,
      );
      expect(rows).toEqual([]);
      await client.end();
      await proxy.close();
      await database.drop();
    },
    60_000,
  );

  test('wait for a lock that another process has left in the midst of its work, and then go on', async () => {
    const database = await createDatabase();
    const last = await undoLast(database.url);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(7261224)');
    const migrated = migrate(database.url);
    setTimeout(() => void client.query('ROLLBACK'), 2500);
    expect(await migrated).toEqual([last]);
    await client.end();
    await database.drop();
  }, 60_000);

  test('give a table back while they wait for it, so that nobody queues behind them for long', async () => {
    const database = await createDatabase();
    const last = await undoLast(database.url);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE schema_migration IN SHARE MODE');
    const migrated = migrate(database.url);
    setTimeout(() => void client.query('ROLLBACK'), 8000);
    expect(await migrated).toEqual([last]);
    await client.end();
    await database.drop();
  }, 60_000);
});

/** Undoes the newest migration and returns its name. */
async function undoLast(url: string): Promise<string | undefined> {
  const dataSource = new DataSource(dataSourceOptions(url, 1, new SessionLimits(migrationLimits)));
  await dataSource.initialize();
  await dataSource.undoLastMigration();
  const name = dataSource.migrations.at(-1)?.constructor.name;
  await dataSource.destroy();
  return name;
}
