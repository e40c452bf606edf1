import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, MigrationExecutor, type Migration, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../../config/data-source.js';
import { migrations } from '../../../migrations/index.js';
import { StartRefusal } from '../errors/start-refusal.js';
import { advisoryLocks } from './advisory-locks.js';
import { isLockTimeout } from './postgres-errors.js';
import { migrationLimits, SessionLimits, setLimits } from './time-limits.js';

const PAUSE = 1000;
const PAUSES_A_LINE = 10;
const ATTEMPTS = 30;

const logger = new Logger('migrations');

/** Names of the migrations that this program has, oldest first. */
export const knownMigrations = (): string[] => migrations.map(({ name }) => name);

/**
 * Brings the schema up to date and returns the names of what was run; several processes may call it at once. It works
 * through a pooler that hands connections on after each transaction, too: whoever migrates holds a lock that ends with
 * its transaction, and nobody waits inside a statement.
 *
 * @param only names of the migrations to stop at; all of them by default
 * @throws StartRefusal when no version that led to this one built the database; nothing is changed then
 * @throws what the migration threw; those before it stay, and the next call goes on from there
 */
export async function migrate(url: string, only: readonly string[] = knownMigrations()): Promise<string[]> {
  const options = dataSourceOptions(url, 2, new SessionLimits(migrationLimits));
  const chosen = migrations.filter(({ name }) => only.includes(name));
  // A migration may take its time.
  const settings = { ...options, migrations: chosen, maxQueryExecutionTime: 0 };
  const dataSource = await new DataSource(settings).initialize();
  const turn = dataSource.createQueryRunner();
  const runner = dataSource.createQueryRunner();
  try {
    await takeTurn(turn);
    return await runPending(dataSource, runner);
  } finally {
    if (turn.isTransactionActive) await turn.rollbackTransaction().catch(() => undefined);
    await turn.release();
    await runner.release();
    await dataSource.destroy();
  }
}

/** Leaves a transaction open that holds the lock: no other process migrates until it ends. */
async function takeTurn(turn: QueryRunner): Promise<void> {
  for (let pauses = 0; ; pauses++) {
    await turn.startTransaction();
    await turn.query(setLimits(migrationLimits, true));
    const [row] = (await turn.query('SELECT pg_try_advisory_xact_lock($1) AS taken', [
      advisoryLocks.migration,
    ])) as {
      taken: boolean;
    }[];
    if (row?.taken) return;
    await turn.rollbackTransaction();
    if (pauses % PAUSES_A_LINE === 0) {
      logger.log('Another process brings the schema of the database up to date; waiting for it.');
    }
    await setTimeout(PAUSE);
  }
}

async function runPending(dataSource: DataSource, runner: QueryRunner): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  const done: string[] = [];
  const pending = await executor.getPendingMigrations();
  refuseOtherHistory(await executor.getExecutedMigrations(), pending);
  for (const migration of pending) {
    await runOne(executor, runner, migration);
    done.push(migration.name);
  }
  return done;
}

/** A later version's database has all of ours and more; one that lacks some of ours beside others has another history. */
function refuseOtherHistory(executed: readonly Migration[], pending: readonly Migration[]): void {
  const known = knownMigrations();
  const unknown = executed.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length === 0 || pending.length === 0) return;
  throw new StartRefusal(
    `The database was built by migrations that this version does not have (${unknown.length}, from ${unknown[0]} on), ` +
      'and nothing leads from its schema to this one. Run it with the version that built it, ' +
      'or name an empty DATA_DIR or DATABASE_URL. Nothing was changed.',
  );
}

/** Runs a migration in a transaction of its own; one that waits too long for a lock lets go of all it has and starts again. */
async function runOne(executor: MigrationExecutor, runner: QueryRunner, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await runner.startTransaction();
    try {
      await runner.query(setLimits(migrationLimits, true));
      await executor.executeMigration(migration);
      await runner.commitTransaction();
      return;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      if (attempt === ATTEMPTS || !isLockTimeout(error)) throw error;
      logger.warn(
        `${migration.name} waits for a table that others are using; trying again (${attempt} of ${ATTEMPTS}).`,
      );
      await setTimeout(PAUSE);
    }
  }
}
