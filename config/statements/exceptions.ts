import type { Statement } from './find-statements.js';

/** A call of `query` that sends no statement over data, or one that nobody here wrote. */
export interface Exception {
  file: string;
  /** What the call's first argument has in it. */
  sends: string;
  reason: string;
}

const restoring = 'src/backups/storage/load-tables.ts';
const backingUp = 'src/backups/use-cases/write-backup.ts';
const plain = 'src/commands/bench/plain-bookings.ts';
const comparing = 'src/platform/database/entity-schema.ts';

/** Calls that are not checked, each with its reason. */
export const exceptions: readonly Exception[] = [
  { file: backingUp, sends: 'SETTINGS', reason: 'settings of the session, several at once' },
  { file: backingUp, sends: 'BEGIN', reason: 'a transaction' },
  { file: backingUp, sends: 'LOCK TABLE', reason: 'tables by the names that the catalog gives' },
  { file: backingUp, sends: 'COMMIT', reason: 'a transaction' },
  { file: backingUp, sends: 'copyTo', reason: 'COPY of tables by the names that the catalog gives' },
  { file: restoring, sends: 'CREATE TABLE', reason: 'DDL: the mark of an unfinished restore' },
  { file: restoring, sends: 'DROP TABLE', reason: 'DDL: the mark of an unfinished restore' },
  { file: restoring, sends: 'SETTINGS', reason: 'settings of the session, several at once' },
  { file: restoring, sends: 'BEGIN', reason: 'a transaction' },
  { file: restoring, sends: 'COMMIT', reason: 'a transaction' },
  { file: restoring, sends: 'ROLLBACK', reason: 'a transaction' },
  { file: restoring, sends: 'TRIGGER', reason: 'DDL of tables by the names that the catalog gives' },
  { file: restoring, sends: 'CONSTRAINT', reason: 'DDL of tables by the names that the catalog gives' },
  { file: restoring, sends: 'TRUNCATE', reason: 'tables by the names that the catalog gives' },
  { file: restoring, sends: 'ANALYZE', reason: 'upkeep of the whole database' },
  { file: restoring, sends: 'copyFrom', reason: 'COPY of tables by the names that the catalog gives' },
  { file: 'src/platform/database/database.ts', sends: 'sql', reason: 'what everything here is sent by' },
  { file: 'src/platform/database/database.ts', sends: 'setting', reason: 'limits of the open transaction' },
  { file: 'src/platform/database/time-limits.ts', sends: 'setLimits', reason: 'limits of a connection' },
  { file: 'src/platform/database/schema-snapshot.ts', sends: 'SET search_path', reason: 'a setting' },
  { file: comparing, sends: 'CREATE DATABASE', reason: 'DDL of a throwaway database' },
  { file: comparing, sends: 'DROP DATABASE', reason: 'DDL of a throwaway database' },
  { file: comparing, sends: 'CREATE EXTENSION', reason: 'DDL of a throwaway database' },
  { file: comparing, sends: 'statement', reason: 'DDL of a throwaway database' },
  {
    file: 'src/commands/migration/make-migration.ts',
    sends: 'statement',
    reason: 'DDL of a throwaway database: the migration that is tried',
  },
  ...['told.join', 'WITH gone', 'WITH changed'].map((sends) => ({
    ...{ file: 'src/personal-data/storage/own-rows.ts', sends },
    reason:
      'tables and columns by the names of the table of personal columns, which a test holds to the schema',
  })),
  ...['inVisits', 'columns.join', 'sets.join'].map((sends) => ({
    ...{ file: 'src/personal-data/storage/worded-rows.ts', sends },
    reason:
      'tables and columns by the names of the table of personal columns, which a test holds to the schema',
  })),
  { file: 'src/platform/jobs/job-store.ts', sends: 'text', reason: 'statements of pg-boss' },
  {
    file: 'src/platform/jobs/job-store.ts',
    sends: 'INDEX_WAITING',
    reason: "DDL: an index on pg-boss's table",
  },
  { file: 'src/platform/jobs/wake.ts', sends: 'LISTEN', reason: 'no data: what is heard comes apart' },
  {
    file: 'src/platform/jobs/wake.ts',
    sends: 'NOTIFY',
    reason: 'no data: a notice, on whichever connection',
  },
  { file: 'src/platform/jobs/wake.ts', sends: 'SELECT 1', reason: 'asks only whether the connection lives' },
  { file: 'src/commands/artefacts.ts', sends: 'getConstructionPlans', reason: 'DDL of pg-boss' },
  {
    file: 'src/commands/bench/bench-app.ts',
    sends: 'sql',
    reason: 'makes data to measure by, with settings and VACUUM',
  },
  { file: 'src/commands/bench/bench-app.ts', sends: 'SET statement_timeout', reason: 'a setting' },
  {
    file: 'src/commands/bench-bookings.ts',
    sends: 'counted',
    reason: 'tables by the names that the catalog gives',
  },
  { file: plain, sends: 'BEGIN', reason: 'a transaction' },
  { file: plain, sends: 'COMMIT', reason: 'a transaction' },
  { file: plain, sends: 'ROLLBACK', reason: 'a transaction' },
  { file: plain, sends: 'WRITES', reason: 'on a bare pool: what is measured against' },
  { file: 'src/commands/bench-start.ts', sends: 'CREATE EXTENSION', reason: 'DDL of a throwaway database' },
  {
    file: 'src/commands/bench-start.ts',
    sends: 'pg_stat_statements',
    reason: 'a view of an extension that the schema does not have',
  },
  { file: 'src/platform/database/rows.ts', sends: 'text', reason: 'what TypeORM builds of entities' },
  {
    file: 'src/commands/bench/bare-server.ts',
    sends: 'look-up',
    reason: 'prepared by name on a bare pool: what is measured against',
  },
];

/** The statements that are checked, and the exceptions that there is nothing for any more. */
export function withoutExceptions(
  statements: readonly Statement[],
  listed: readonly Exception[],
): { statements: Statement[]; needless: Exception[] } {
  const matches = (each: Exception, { file, call }: Statement): boolean =>
    file === each.file && (call.arguments[0]?.getText().includes(each.sends) ?? false);
  return {
    statements: statements.filter((statement) => !listed.some((each) => matches(each, statement))),
    needless: listed.filter((each) => !statements.some((statement) => matches(each, statement))),
  };
}
