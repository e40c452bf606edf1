import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { SnakeCaseNaming } from '../src/platform/database/naming.js';
import { poolOptions } from '../src/platform/database/pool.js';
import type { SessionLimits } from '../src/platform/database/time-limits.js';
import { SLOW_MS, StatementLog } from '../src/platform/log/statement-log.js';

/** The one set of TypeORM options, for the server, the commands and the tests. */
export function dataSourceOptions(url: string, pool: number, limits: SessionLimits): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: pool,
    applicationName: 'sambang',
    ...poolOptions(limits),
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: new StatementLog(),
    maxQueryExecutionTime: SLOW_MS,
  };
}
