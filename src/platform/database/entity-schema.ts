import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../config/data-source.js';
import { collationStatements, tableDescriptions } from './schema-snapshot.js';
import { migrationLimits, SessionLimits } from './time-limits.js';

const COMMENTS = `
  SELECT c.relname AS "table", a.attname AS "column", d.description AS text
  FROM pg_description d
  JOIN pg_class c ON c.oid = d.objoid
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
  WHERE d.classoid = 'pg_class'::regclass AND c.relnamespace = 'public'::regnamespace`;

export type Entities = readonly (new () => object)[];

/**
 * What the migrated schema says otherwise than the entities: empty when they are one. TypeORM says what it would change,
 * but looks at no more than the name of a CHECK, EXCLUDE or index; so the tables it makes of the entities in an empty
 * database are compared with the migrated ones, as PostgreSQL writes both.
 *
 * @param withoutEntity names of the tables that have none, and need none
 */
export async function entityFaults(
  url: string,
  entities: Entities,
  withoutEntity: readonly string[],
): Promise<string[]> {
  const migrated = await tableDescriptions(url);
  const { pending, unsaid, tables } = await connected(url, entities, async (dataSource) => ({
    pending: (await differenceOf(dataSource)).up,
    unsaid: indexesOutside(dataSource),
    tables: dataSource.entityMetadatas.map(({ tableName }) => tableName),
  }));
  const made = await madeOf(url, entities);
  return [
    ...pending.map((query) => `TypeORM would run: ${query}`),
    ...[...migrated.keys()]
      .filter((table) => !tables.includes(table) && !withoutEntity.includes(table))
      .map((table) => `${table}: no entity`),
    ...withoutEntity.filter((table) => !migrated.has(table)).map((table) => `${table}: no table`),
    ...tables.flatMap((table) =>
      differences(table, migrated.get(table) ?? [], made.get(table) ?? [], unsaid),
    ),
    ...unsaid
      .filter((index) => !isNamed([...migrated.values()].flat(), index))
      .map((index) => `${index}: no index`),
  ];
}

/** Statements that change a schema, and those that take it back, each in the order in which they run. */
interface SchemaDifference {
  up: string[];
  down: string[];
}

/** What TypeORM would run to make the schema say what the entities say; it does not see all (see `entityFaults`). */
export const schemaDifference = (url: string, entities: Entities): Promise<SchemaDifference> =>
  connected(url, entities, differenceOf);

async function differenceOf(dataSource: DataSource): Promise<SchemaDifference> {
  await adoptComments(dataSource);
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  const texts = (queries: typeof upQueries): string[] => queries.map(({ query }) => query);
  return { up: texts(upQueries), down: texts(downQueries).reverse() };
}

/** Comments stand in migrations alone; entities without them would have TypeORM take them away. */
async function adoptComments(dataSource: DataSource): Promise<void> {
  const comments = (await dataSource.query(COMMENTS)) as {
    table: string;
    column: string | null;
    text: string;
  }[];
  const textOf = (table: string, column: string | null): string | undefined =>
    comments.find((comment) => comment.table === table && comment.column === column)?.text;
  for (const metadata of dataSource.entityMetadatas) {
    metadata.comment = textOf(metadata.tableName, null);
    for (const column of metadata.columns) {
      column.comment = textOf(metadata.tableName, column.databaseName);
    }
  }
}

/** Indexes that an entity names and TypeORM cannot say: an expression, an order, an operator class. */
const indexesOutside = ({ entityMetadatas }: DataSource): string[] =>
  entityMetadatas.flatMap(({ indices }) =>
    indices.filter(({ synchronize }) => !synchronize).map(({ name }) => name),
  );

const isNamed = (descriptions: readonly string[], index: string): boolean =>
  descriptions.some((text) => text.startsWith(`CREATE INDEX ${index} `));

function differences(
  table: string,
  migrated: readonly string[],
  made: readonly string[],
  unsaid: readonly string[],
): string[] {
  const isUnsaid = (text: string): boolean => unsaid.some((index) => isNamed([text], index));
  return [
    ...migrated
      .filter((text) => !made.includes(text) && !isUnsaid(text))
      .map((text) => `${table}: migrated ${text}`),
    ...made.filter((text) => !migrated.includes(text)).map((text) => `${table}: entity ${text}`),
  ];
}

/** The tables that TypeORM makes of the entities in an empty database. */
async function madeOf(url: string, entities: Entities): Promise<Map<string, string[]>> {
  const empty = new URL(url);
  empty.pathname += '_entities';
  const name = empty.pathname.slice(1);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}"`);
    await connected(empty.href, entities, async (dataSource) => {
      await dataSource.query('CREATE EXTENSION btree_gist');
      for (const statement of await collationStatements(url)) await dataSource.query(statement);
      await dataSource.synchronize();
    });
    return await tableDescriptions(empty.href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.end();
  }
}

async function connected<Result>(
  url: string,
  entities: Entities,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const options = dataSourceOptions(url, 1, new SessionLimits(migrationLimits));
  const dataSource = await new DataSource({ ...options, entities: [...entities] }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
