import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { entityFaults, schemaDifference, type Entities } from '../../platform/database/entity-schema.js';
import { schemaSnapshot } from '../../platform/database/schema-snapshot.js';
import {
  classOf,
  migrationFileOf,
  migrationText,
  newestIn,
  withMigration,
  type NewMigration,
} from './migration-text.js';

export interface MigrationOrder extends Pick<NewMigration, 'name'> {
  /** Milliseconds since 1970; raised where the newest migration is of later. */
  timestamp: number;
  /** URL of a database that all migrations built and that nobody needs. */
  url: string;
  entities: Entities;
  /** Tables that have none. */
  withoutEntity: readonly string[];
  /** Folder of the migrations and their index. */
  folder: string;
}

/** What came of it. */
export interface MadeMigration {
  /** Path of the migration; null where TypeORM sees no difference, and nothing was written. */
  file: string | null;
  /** What entities and schema still say otherwise after it, which TypeORM does not see. */
  unseen: string[];
  /** Whether its `down` leads back to exactly the schema of before. */
  isReversible: boolean;
}

/** Writes what the entities say otherwise than the schema as a migration, once it was tried both ways. */
export async function makeMigration(order: MigrationOrder): Promise<MadeMigration> {
  const { url, entities, withoutEntity, folder } = order;
  const { up, down } = await schemaDifference(url, entities);
  const before = await schemaSnapshot(url);
  await run(url, up);
  const unseen = await entityFaults(url, entities, withoutEntity);
  await run(url, down);
  const isReversible = (await schemaSnapshot(url)) === before;
  if (up.length === 0) return { file: null, unseen, isReversible };

  const index = join(folder, 'index.ts');
  const listed = await readFile(index, 'utf8');
  const timestamp = Math.max(order.timestamp, newestIn(listed) + 1);
  const migration = {
    name: order.name,
    timestamp,
    up: await asWritten(url, up),
    down: await asWritten(url, down),
  };
  const file = join(folder, migrationFileOf(migration));
  const text = withMigration(listed, migration);
  if (!text.includes(`  ${classOf(migration)},\n`))
    throw new Error(`${index} has another form than expected`);
  await writeFile(file, migrationText(migration), { flag: 'wx' });
  await writeFile(index, text);
  return { file, unseen, isReversible };
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const run = (url: string, statements: readonly string[]): Promise<void> =>
  connected(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

const QUOTED = /"([a-z_][a-z0-9_]*)"/g;

/** Statements without the quotes that PostgreSQL does not ask for. */
async function asWritten(url: string, statements: readonly string[]): Promise<string[]> {
  const words = statements.flatMap((statement) =>
    [...statement.matchAll(QUOTED)].map(([, word = '']) => word),
  );
  const plain = await connected(url, async (client) => {
    const sql = 'SELECT word FROM unnest($1::text[]) word WHERE quote_ident(word) = word';
    return (await client.query<{ word: string }>(sql, [words])).rows.map(({ word }) => word);
  });
  return statements.map((statement) =>
    statement.replace(QUOTED, (quoted, word: string) => (plain.includes(word) ? word : quoted)),
  );
}
