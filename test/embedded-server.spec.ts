import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { advisoryLocks } from '../src/platform/database/advisory-locks.js';
import {
  joinEmbeddedServer,
  startEmbeddedServer,
  useEmbeddedServer,
  type EmbeddedServer,
} from '../src/platform/database/embedded-server.js';
import { eventually, killGroup, ownerProcess, postmasterOf, query, urlOf } from './support/embedded.js';

let folder: string;
let running: EmbeddedServer[] = [];
const cluster = (): string => join(folder, 'postgres');

// A folder only its owner may walk: what a checkout of root often lies in.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-embedded-'));
});
afterEach(async () => {
  for (const server of running.reverse()) await server.stop();
  running = [];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(folder);
  running.push(server);
  return server;
}

/** Another program on a port of this machine. */
async function listener(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Every file below the cluster, to see that none was touched. */
const files = async (): Promise<string[]> => (await readdir(cluster(), { recursive: true })).sort();

const OWNED = `SELECT EXISTS (SELECT FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND objid = ${advisoryLocks.owner}) AS owned`;

describe('The embedded server', () => {
  test('keeps its data and its port over a stop and a start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow();

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('takes over a server that a killed process left running', async () => {
    const { child, ready } = ownerProcess(folder);
    const url = await ready;
    const pid = await postmasterOf(folder);
    await killGroup(child);
    const found = await start();
    expect(found.url).toBe(url);
    expect(await postmasterOf(folder)).toBe(pid);
  });

  test('recovers what was committed after the process and the server itself were killed', async () => {
    const { child, ready } = ownerProcess(folder);
    await query(await ready, 'CREATE TABLE committed AS SELECT 7 AS answer');
    const pid = await postmasterOf(folder);
    await killGroup(child);
    process.kill(pid, 'SIGKILL');

    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM committed')).toEqual([{ answer: 7 }]);
  });

  test('has one owner; others join it and never stop it', async () => {
    const owner = await start();
    await expect(startEmbeddedServer(folder)).rejects.toThrow(
      new RegExp(`runs on the data folder ${folder} already: process ${process.pid}@`),
    );
    const worker = await joinEmbeddedServer(folder);
    const command = await useEmbeddedServer(folder);
    expect([worker.url, command.url]).toEqual([owner.url, owner.url]);
    await worker.stop();
    await command.stop();
    expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('starts again on the same port when it dies, and stops in order afterwards', async () => {
    const server = await start();
    for (let kill = 0; kill < 2; kill++) {
      const pid = await postmasterOf(folder);
      process.kill(pid, 'SIGKILL');
      await eventually(async () => expect(await postmasterOf(folder)).not.toBe(pid));
      expect(await eventually(() => query(server.url, 'SELECT answer FROM kept'))).toEqual([{ answer: 42 }]);
    }
    // It answers a moment before its owner holds it again.
    await eventually(async () => expect(await query(server.url, OWNED)).toEqual([{ owned: true }]));
    await expect(startEmbeddedServer(folder)).rejects.toThrow('already');
  }, 60_000);

  test('stops in order even when it has just died', async () => {
    const server = await start();
    process.kill(await postmasterOf(folder), 'SIGKILL');
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('says so when it cannot be brought back on its port', async () => {
    const lost: Error[] = [];
    const server = await startEmbeddedServer(folder, { onLost: (error) => lost.push(error) });
    running.push(server);
    const port = Number(new URL(server.url).port);
    // Where it comes back before the stranger takes its port, it dies once more.
    const stranger = await eventually(async () => {
      process.kill(await postmasterOf(folder), 'SIGKILL');
      return eventually(() => listener(port), 500);
    });
    try {
      await eventually(async () => expect(lost).toHaveLength(1));
      expect(lost[0]?.message).toMatch(/cannot be brought back: it is on port \d+ now/);
      await server.stop();
    } finally {
      stranger.close();
    }
  }, 60_000);

  test('waits for a program that is just leaving its port', async () => {
    const { url, stop } = await start();
    await stop();
    const leaving = await listener(Number(new URL(url).port));
    const back = start();
    await setTimeout(1_500);
    leaving.close();
    expect((await back).url).toBe(url);
  });

  test('is not kept from starting by a file that names a process which got the number of one long gone', async () => {
    await (await start()).stop();
    const { uid, gid } = await stat(cluster());
    const innocent = spawn('sleep', ['60'], { uid, gid });
    const file = join(cluster(), 'postmaster.pid');
    await writeFile(file, `${innocent.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready   \n`);
    try {
      const server = await start();
      expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      expect(innocent.exitCode).toBeNull();
    } finally {
      innocent.kill();
    }
  });

  test('nor by one that names a process of another account, of which less can be known', async () => {
    await (await start()).stop();
    const file = join(cluster(), 'postmaster.pid');
    await writeFile(file, `1\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready   \n`);
    const server = await startEmbeddedServer(folder, { signal: AbortSignal.timeout(20_000) });
    running.push(server);
    expect(await query(server.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('renews the copy of its password, and opens a folder of earlier versions', async () => {
    await unlink(join(folder, 'database-password'));
    const server = await start();
    expect(await urlOf(folder)).toBe(server.url);
    await server.stop();
    await unlink(join(cluster(), 'sambang.password'));
    await unlink(join(folder, 'database-port'));
    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('has the extensions and the text search the system needs', async () => {
    const server = await start();
    for (const extension of ['btree_gist', 'pg_trgm', 'unaccent']) {
      await query(server.url, `CREATE EXTENSION ${extension}`);
    }
    expect(await query(server.url, `SELECT to_tsvector('indonesian', 'kunjungan')::text AS stem`)).toEqual([
      { stem: `'kunjung':1` },
    ]);
  });
});

describe('A folder that does not hold a whole database', () => {
  const broken = {
    'a version that is not there': async () => unlink(join(cluster(), 'PG_VERSION')),
    'a version that cannot be read': async () => {
      await unlink(join(cluster(), 'PG_VERSION'));
      await mkdir(join(cluster(), 'PG_VERSION'));
    },
    'the half of a copy': async () => rm(join(cluster(), 'global'), { recursive: true }),
    'a stranger’s files': async () => {
      await rm(cluster(), { recursive: true });
      await mkdir(cluster());
      await writeFile(join(cluster(), 'notes.txt'), 'mine');
    },
  };
  test.each(Object.entries(broken))('with %s stops the start and stays as it is', async (_what, damage) => {
    const whole = `${cluster()}.whole`;
    await cp(cluster(), whole, { recursive: true, preserveTimestamps: true });
    try {
      await damage();
      const before = await files();
      await expect(start()).rejects.toThrow(/(not a whole database|cannot be read).*Nothing was changed/);
      expect(await files()).toEqual(before);
    } finally {
      await rm(cluster(), { recursive: true });
      const { uid, gid } = await stat(join(folder, 'postgres.log'));
      await rename(whole, cluster());
      if (process.getuid?.() === 0) await own(cluster(), uid, gid);
    }
    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('is not begun anew when the database that was there is gone', async () => {
    await rename(cluster(), `${cluster()}.away`);
    await expect(start()).rejects.toThrow(/The database of .* is missing: database-port is there/);
    await rename(`${cluster()}.away`, cluster());
  });
});

describe('A first start', () => {
  test('that is killed at any moment starts again', async () => {
    const first = await mkdtemp(join(tmpdir(), 'sambang-first-'));
    try {
      for (const moment of [60, 250, 600, 1_000]) {
        const { child, ready } = ownerProcess(first);
        ready.catch(() => undefined);
        await setTimeout(moment);
        await killGroup(child);
      }
      const server = await startEmbeddedServer(first);
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.stop();
    } finally {
      await rm(first, { recursive: true, force: true });
    }
  }, 60_000);

  test('of two at once makes one database with one owner', async () => {
    const first = await mkdtemp(join(tmpdir(), 'sambang-first-'));
    try {
      const tries = await Promise.allSettled([startEmbeddedServer(first), startEmbeddedServer(first)]);
      const owners = tries.filter((one) => one.status === 'fulfilled');
      expect(owners).toHaveLength(1);
      expect(await readFile(join(first, 'postgres', 'PG_VERSION'), 'utf8')).toMatch(/^\d+/);
      for (const { value } of owners) await value.stop();
    } finally {
      await rm(first, { recursive: true, force: true });
    }
  }, 60_000);
});

async function own(path: string, uid: number, gid: number): Promise<void> {
  const { chown } = await import('node:fs/promises');
  await chown(path, uid, gid);
  for (const name of await readdir(path, { recursive: true })) await chown(join(path, name), uid, gid);
}
