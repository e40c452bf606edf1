import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedServer } from '../src/platform/database/embedded-server.js';

let folder: string;

// A folder only its owner may walk: what a checkout of root often lies in.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-embedded-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

describe('The embedded server', () => {
  test('keeps its data over a stop and a start', async () => {
    const first = await startEmbeddedServer(folder);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow();

    const second = await startEmbeddedServer(folder);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('takes over a server that a killed process left running', async () => {
    const left = await startEmbeddedServer(folder);
    const pid = await postmaster();
    const found = await startEmbeddedServer(folder);
    expect(found.url).toBe(left.url);
    expect(await postmaster()).toBe(pid);
    await found.stop();
  });

  test('recovers what was committed after the server itself was killed', async () => {
    const first = await startEmbeddedServer(folder);
    await query(first.url, 'CREATE TABLE committed AS SELECT 7 AS answer');
    process.kill(await postmaster(), 'SIGKILL');

    const second = await startEmbeddedServer(folder);
    expect(await query(second.url, 'SELECT answer FROM committed')).toEqual([{ answer: 7 }]);
    await second.stop();
  });

  test('has the extensions and the text search the system needs', async () => {
    const server = await startEmbeddedServer(folder);
    for (const extension of ['btree_gist', 'pg_trgm', 'unaccent']) {
      await query(server.url, `CREATE EXTENSION ${extension}`);
    }
    expect(await query(server.url, `SELECT to_tsvector('indonesian', 'kunjungan')::text AS stem`)).toEqual([
      { stem: `'kunjung':1` },
    ]);
    await server.stop();
  });
});
