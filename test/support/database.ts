import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

/** URL of a database on the run's server. */
export function databaseUrl(name: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// Any fixed number: test files that start together take turns.
const TEMPLATE_LOCK = 7_261_225;

/** A database that others of the run are copies of, made by the first that asks for it. */
export interface Template {
  name: string;
  /** Fills it; connections to it are closed afterwards. */
  fill(url: string): Promise<unknown>;
}

/** The schema that the migrations build, and nothing else. */
const migrated: Template = { name: 'migrated', fill: migrate };

async function makeTemplate(server: Client, { name, fill }: Template): Promise<void> {
  await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const known = await server.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${unfinished}`);
    await fill(databaseUrl(unfinished));
    await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** A fresh copy of a template: without one, the schema that the migrations build. */
export async function createDatabase(template = migrated): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => {
    await makeTemplate(server, template);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  });
  return {
    url: databaseUrl(name),
    drop: () => onServer(async (server) => void (await server.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

/** A fresh database with nothing in it. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => void (await server.query(`CREATE DATABASE ${name}`)));
  return {
    url: databaseUrl(name),
    drop: () => onServer(async (server) => void (await server.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
