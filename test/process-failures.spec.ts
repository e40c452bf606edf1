import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { waitForDatabase } from '../src/platform/database/reachable.js';
import { eventually, postmasterOf } from './support/embedded.js';
import { freePort, startProcess, type RunningProcess } from './support/processes.js';

/** A start takes seconds, and much longer on a machine that has other work. */
const PATIENCE = 120_000;

let folder: string;
let port: number;
let running: RunningProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-data-'));
  port = await freePort();
});
afterEach(async () => {
  for (const one of running) if (one.child.exitCode === null) await one.stop();
  running = [];
}, 150_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(file: string, settings: Record<string, string> = {}): RunningProcess {
  const one = startProcess(file, { DATA_DIR: folder, PORT: String(port), ...settings });
  running.push(one);
  return one;
}

const ready = (): Promise<void> =>
  eventually(async () => {
    await request(`http://127.0.0.1:${port}`).get('/health/ready').expect(200);
  }, PATIENCE);

test('a start that fails leaves no PostgreSQL behind and prints its stack', async () => {
  const stranger = await new Promise<Server>((resolve) => {
    const listening = createServer().listen(port, '127.0.0.1', () => resolve(listening));
  });
  try {
    const failed = start('main.js');
    await failed.printed(/EADDRINUSE[\s\S]*\n {4}at /, 120_000);
    expect(await failed.ended()).toBe(1);
    await expect(postmasterOf(folder)).rejects.toThrow('ENOENT');
  } finally {
    stranger.close();
  }
}, 400_000);

test('a server whose PostgreSQL is killed is ready again by itself, and ends in order', async () => {
  const server = start('main.js');
  await server.printed(/Sambang: http/, PATIENCE);
  await ready();
  process.kill(await postmasterOf(folder), 'SIGKILL');
  await server.printed(/The embedded PostgreSQL ended/);
  await ready();
  process.kill(await postmasterOf(folder), 'SIGKILL');
  expect(await server.stop()).toBe(0);
  // One that ended and whom its parent has not waited for yet still has a number, but no program.
  await expect(postmasterOf(folder).then((pid) => readlink(`/proc/${pid}/exe`))).rejects.toThrow(/ENOENT/);
}, 400_000);

test('a worker joins the database of a server, leaves it running, and outlives a new start of the server', async () => {
  const first = start('main.js', { JOBS: 'off' });
  await first.printed(/Sambang: http/, PATIENCE);
  const worker = start('worker.js');
  await worker.printed(/working the jobs/, PATIENCE);
  expect(await start('main.js').ended()).toBe(1);
  expect(await worker.stop()).toBe(0);
  await ready();

  const second = start('worker.js');
  await second.printed(/working the jobs/, PATIENCE);
  expect(await first.stop()).toBe(0);
  const later = start('main.js', { JOBS: 'off' });
  await later.printed(/Sambang: http/, PATIENCE);
  await ready();
  expect(second.child.exitCode).toBeNull();
  expect(await second.stop()).toBe(0);
  await ready();
}, 400_000);

test('an unhandled rejection ends the process with its stack, and everything is closed', async () => {
  const failing = startProcess('main.js', {
    DATA_DIR: folder,
    PORT: '0',
    NODE_OPTIONS:
      '--import=data:text/javascript,' +
      encodeURIComponent(
        `process.on('SIGUSR2', () => void Promise.reject(new Error('nobody waits for this')));`,
      ),
  });
  running.push(failing);
  await failing.printed(/Sambang: http/, PATIENCE);
  failing.child.kill('SIGUSR2');
  await failing.printed(/nobody waits for this[\s\S]*\n {4}at /);
  expect(await failing.ended()).toBe(1);
  await expect(postmasterOf(folder)).rejects.toThrow('ENOENT');
}, 400_000);

test('a database that does not answer is waited for, and then named without its password', async () => {
  const told: string[] = [];
  const url = `postgres://sambang:rahasia@127.0.0.1:${port}/sambang`;
  const waiting = waitForDatabase(url, { seconds: 1, tell: (text) => told.push(text) });
  await expect(waiting).rejects.toThrow(
    new RegExp(
      `^DATABASE_URL: the database 127.0.0.1:${port}/sambang cannot be used \\(tried for [12] s\\).*ECONNREFUSED`,
    ),
  );
  expect(told).toHaveLength(1);
  expect(told.join()).not.toContain('rahasia');
});
