import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedServer } from '../platform/database/embedded-server.js';
import { cpuOf } from './bench/cpu-time.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench:start [file.json] [rounds]`: what a server costs until it is ready, and at rest with nothing to do, beside a bare
 * Node.js and a bare NestJS on Fastify, turn and turn about. CPU time and memory of that process alone, from /proc (so on
 * Linux alone); statements from pg_stat_statements.
 */
const ROUNDS = Number(process.argv[3] ?? 3);
const PORT = 3979;
/** Seconds of rest before the memory is read, and for which statements are counted. */
const REST = 20;

const BARE = 'bare Node.js';
const NEST = 'bare NestJS on Fastify';
const SAMBANG = 'Sambang';

/** A start: CPU in ms until it answers, memory in MB after a rest, statements a second at rest. */
interface Figure {
  cpu: number;
  rss: number;
  statements: number;
}

interface Target {
  name: string;
  args: string[];
  /** What answers once it is ready; null for what is ready when it runs. */
  path: string | null;
}

/** The engine's settings that `npm start` gives the server. */
async function settingsOfStart(): Promise<string[]> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  return manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const targetsOf = async (): Promise<Target[]> => [
  { name: BARE, args: ['--eval', 'setInterval(() => undefined, 60_000)'], path: null },
  {
    name: NEST,
    args: [fileURLToPath(new URL('./bench/bare-nest.js', import.meta.url)), String(PORT)],
    path: '/',
  },
  {
    name: SAMBANG,
    args: [...(await settingsOfStart()), fileURLToPath(new URL('../main.js', import.meta.url))],
    path: '/health/ready',
  },
];

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Waits until a process answers; a bare NestJS knows no page, and says so. */
async function untilReady(child: ChildProcess, path: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`);
    const status = await fetch(`http://127.0.0.1:${PORT}${path}`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || status === 404) return;
    await setTimeout(100);
  }
}

async function measure(target: Target, environment: Record<string, string>, calls: () => Promise<number>) {
  const child = spawn(process.execPath, target.args, {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const pid = child.pid as number;
  try {
    await (target.path === null ? setTimeout(1000) : untilReady(child, target.path));
    const cpu = cpuOf(pid) ?? 0;
    await setTimeout(REST * 1000);
    const rss = residentMegabytes(pid);
    const before = await calls();
    await setTimeout(REST * 1000);
    // The counting itself is one.
    const statements = (await calls()) - before - 1;
    return { cpu, rss, statements: statements / REST };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const least = (one: Figure | undefined, two: Figure): Figure => ({
  cpu: Math.min(one?.cpu ?? Infinity, two.cpu),
  rss: Math.min(one?.rss ?? Infinity, two.rss),
  statements: Math.min(one?.statements ?? Infinity, two.statements),
});

async function bench(url: string, folder: string): Promise<Map<string, Figure>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const calls = async (): Promise<number> => {
    const { rows } = await client.query<{ calls: string }>(
      'SELECT sum(calls) AS calls FROM pg_stat_statements',
    );
    return Number(rows[0]?.calls);
  };
  const environment = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    PORT: String(PORT),
    LOG_LEVEL: 'error',
  };
  const figures = new Map<string, Figure>();
  // The first round builds the database.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const target of await targetsOf()) {
      const figure = await measure(target, environment, calls);
      if (round > 0) figures.set(target.name, least(figures.get(target.name), figure));
    }
  }
  await client.end();
  return figures;
}

function told(figures: ReadonlyMap<string, Figure>): ToldFigure[] {
  const [own, nest] = [figures.get(SAMBANG), figures.get(NEST)] as [Figure, Figure];
  return [
    { what: 'start to ready', value: own.cpu / 1000, unit: 's CPU', limit: NEST, ratio: nest.cpu / own.cpu },
    { what: 'memory at rest', value: own.rss, unit: 'MB', limit: NEST, ratio: nest.rss / own.rss },
    { what: 'statements at rest', value: own.statements, unit: 'a second' },
  ];
}

const folder = await mkdtemp(join(tmpdir(), 'sambang-bench-'));
const server = await startEmbeddedServer(folder, {
  settings: ['shared_preload_libraries=pg_stat_statements'],
});
try {
  await tellFigures(told(await bench(server.url, join(folder, 'data'))), process.argv[2]);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
