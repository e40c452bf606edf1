import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { SnakeCaseNaming } from '../src/platform/database/naming.js';

/** The one set of TypeORM options, for the server, the commands and the tests. */
export function dataSourceOptions(url: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: pool,
    applicationName: 'sambang',
    connectTimeoutMS: 10_000,
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  };
}
