import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { statesWith } from '../visits/index.js';
import { startBareServer } from './bench/bare-server.js';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import { BIG_UNIT, secretOf, writeFeedData } from './bench/feed-data.js';
import { renderAlone } from './bench/ical-generator-alone.js';
import type { Run } from './bench/national-data.js';
import type { Load, LoadResult } from './bench/poll-load.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench:feeds [file.json] [rounds] [polls] [readings]`: what polls of feeds cost, each beside a limit that is measured in the same run, turn
 * and turn about: CPU time of this process and of PostgreSQL (from /proc, so on Linux alone), and requests a second.
 */
const TODAY = '2025-12-15';
const EVENTS = 500;
/** How often all is measured, and how many polls and readings each time. */
const [ROUNDS, POLLS, READS] = [3, 4, 5].map((at, n) => Number(process.argv[at] ?? [5, 4000, 300][n])) as [
  number,
  number,
  number,
];

const BARE = 'bare Fastify, 304';
const QUERIED = 'bare Fastify and one query, 304';
const BYTES = 'bare Fastify, the same bytes';
const QUERIED_BYTES = 'bare Fastify and one query, the same bytes';
const ALONE = 'ical-generator alone';

interface Target {
  name: string;
  load: Omit<Load, 'connections'>;
  /** What is done before each request; then one connection asks once. */
  before?: () => Promise<unknown>;
}

/** The best of some rounds: of a request, CPU in ms; and requests a second. */
interface Figure {
  cpu: number;
  perSecond: number;
  statuses: Record<string, number>;
}

const { app, onConnection, close } = await startBenchApp(TODAY);
let run: Run = () => Promise.reject(new Error('no connection yet'));
const loader = fork(new URL('./bench/poll-load.js', import.meta.url));

const send = (load: Load): Promise<LoadResult> =>
  new Promise((resolve) => {
    loader.once('message', (result) => {
      resolve(result as LoadResult);
    });
    loader.send(load);
  });

async function backends(): Promise<(number | null)[]> {
  const rows = await app
    .get(DataSource)
    .query<{ pid: number | null }[]>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  return rows.map(({ pid }) => pid);
}

async function measure({ load, before }: Target): Promise<Figure> {
  const figure: Figure = { cpu: 0, perSecond: 0, statuses: {} };
  const rounds = before ? load.requests : 1;
  let ms = 0;
  for (let at = 0; at < rounds; at++) {
    await before?.();
    const cpu = measureCpu(await backends());
    const sent = before
      ? await send({ ...load, requests: 1, connections: 1 })
      : await send({ ...load, connections: 32 });
    figure.cpu += cpu() / load.requests;
    ms += sent.ms;
    for (const [status, count] of Object.entries(sent.statuses)) {
      figure.statuses[status] = (figure.statuses[status] ?? 0) + count;
    }
  }
  figure.perSecond = (load.requests / ms) * 1000;
  return figure;
}

const better = (one: Figure | undefined, two: Figure): Figure => ({
  cpu: Math.min(one?.cpu ?? Infinity, two.cpu),
  perSecond: Math.max(one?.perSecond ?? 0, two.perSecond),
  statuses: two.statuses,
});

const address = (code: string): string => `/feeds/${secretOf(code)}.ics`;
const plain = { 'accept-encoding': 'identity' };

/** What is measured: limits and feeds in turn. */
function targetsOf(
  codes: readonly string[],
  tags: ReadonlyMap<string, string>,
  port: number,
  bare: number,
): Target[] {
  const poll = (code: string) => ({
    path: address(code),
    headers: { ...plain, 'if-none-match': tags.get(code) ?? '' },
  });
  const polls = codes.filter((code) => code !== BIG_UNIT).map(poll);
  const queried = polls.map(({ path, headers }) => ({ path: path.replace('/feeds/', '/queried/'), headers }));
  const bigRead = [{ path: address(BIG_UNIT), headers: plain }];
  const change = () =>
    run(
      `UPDATE visit SET title = title || '.', version = version + 1 WHERE id = (
         SELECT id FROM visit WHERE host_unit = $1 AND state = ANY ($2) ORDER BY random() LIMIT 1)`,
      [BIG_UNIT, statesWith('agreed')],
    );
  return [
    { name: BARE, load: { port: bare, requests: 2 * POLLS, targets: polls } },
    { name: QUERIED, load: { port: bare, requests: POLLS, targets: queried } },
    { name: '400 feeds of 20 visits, 304', load: { port, requests: POLLS, targets: polls } },
    { name: `feed of ${EVENTS} visits, 304`, load: { port, requests: POLLS, targets: [poll(BIG_UNIT)] } },
    { name: BYTES, load: { port: bare, requests: READS, targets: [{ path: '/bytes', headers: plain }] } },
    {
      name: QUERIED_BYTES,
      load: { port: bare, requests: READS, targets: [{ path: '/queried-bytes', headers: plain }] },
    },
    { name: `feed of ${EVENTS} visits, warm 200`, load: { port, requests: READS, targets: bigRead } },
    {
      name: `feed of ${EVENTS} visits after a change`,
      load: { port, requests: 10, targets: bigRead },
      before: change,
    },
  ];
}

/** The validators that readers have; the changes of a round give others. */
async function tagsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const tags = new Map<string, string>();
  for (const code of codes) {
    const { headers } = await app.inject({ url: address(code), headers: plain });
    tags.set(code, String(headers['etag']));
  }
  return tags;
}

async function bench(): Promise<Map<string, Figure>> {
  const codes = await writeFeedData(run, TODAY, EVENTS);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const big = (await app.inject({ url: address(BIG_UNIT), headers: plain })).body;
  const bare = await startBareServer(app.get(DataSource).options as { url: string }, big);
  const figures = new Map<string, Figure>();
  for (let round = 0; round < ROUNDS; round++) {
    const tags = await tagsOf(codes);
    for (const target of targetsOf(codes, tags, port, bare.port)) {
      figures.set(target.name, better(figures.get(target.name), await measure(target)));
    }
    figures.set(ALONE, better(figures.get(ALONE), renderAlone(big)));
  }
  await bare.close();
  return figures;
}

const limits: Readonly<Record<string, readonly string[]>> = {
  '400 feeds of 20 visits, 304': [QUERIED, BARE],
  [`feed of ${EVENTS} visits, 304`]: [QUERIED, BARE],
  [`feed of ${EVENTS} visits, warm 200`]: [QUERIED_BYTES, BYTES],
  [`feed of ${EVENTS} visits after a change`]: [ALONE],
};

/** What one polls with, as CPU time of the server and PostgreSQL, beside each of its limits. */
const told = (figures: ReadonlyMap<string, Figure>): ToldFigure[] =>
  [...figures].flatMap(([what, { cpu }]) => {
    const figure = { what, value: cpu, unit: 'ms CPU' };
    const of = limits[what] ?? [];
    if (of.length === 0) return [figure];
    return of.map((limit) => ({ ...figure, limit, ratio: (figures.get(limit) as Figure).cpu / cpu }));
  });

try {
  await onConnection(async (sql) => {
    run = sql;
    await tellFigures(told(await bench()), process.argv[2]);
  });
} finally {
  loader.kill();
  await close();
}
