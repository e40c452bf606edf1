import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../config/data-source.js';

// Any fixed number: app and worker that start together take turns.
const MIGRATION_LOCK = 7_261_224;

/** Brings the schema up to date; several processes may call it at once. */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}
