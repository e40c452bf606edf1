import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../config/data-source.js';
import { migrations } from '../../../migrations/index.js';
import { advisoryLocks } from './advisory-locks.js';

/** Names of the migrations that this program has, oldest first. */
export const knownMigrations = (): string[] => migrations.map(({ name }) => name);

/**
 * Brings the schema up to date; several processes may call it at once.
 *
 * @param only names of the migrations to stop at; all of them by default
 */
export async function migrate(url: string, only: readonly string[] = knownMigrations()): Promise<string[]> {
  const chosen = migrations.filter(({ name }) => only.includes(name));
  const dataSource = await new DataSource({ ...dataSourceOptions(url, 2), migrations: chosen }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [advisoryLocks.migration]);
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.migration]);
    await lock.release();
    await dataSource.destroy();
  }
}
