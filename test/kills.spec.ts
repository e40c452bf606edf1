import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query, urlOf } from './support/embedded.js';
import { KillRun, NO_LOSS } from './support/kill-run.js';
import { freePort, startProcess } from './support/processes.js';

/** `KILLS=long npm test -- test/kills.spec.ts` kills many times, and prints what it counted. */
const isLong = process.env['KILLS'] === 'long';
const times = isLong
  ? { first: 20, server: 15, postgres: 5, both: 5 }
  : { first: 1, server: 1, postgres: 1, both: 1 };
const CLIENTS = isLong ? 6 : 3;
const LIMIT = isLong ? 3 * 3_600_000 : 300_000;
/** Until when a first start is killed: about as long as one takes. */
const FIRST_START_MS = isLong ? 20_000 : 3_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-kills-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const report = (line: string): void => {
  if (isLong) process.stderr.write(`${line}\n`);
};
const random = (from: number, to: number): number => from + Math.random() * (to - from);

test(
  'a first start that is killed at a random moment starts again, and has everything',
  async () => {
    for (let n = 1; n <= times.first; n++) {
      const settings = { DATA_DIR: join(folder, `first-${n}`), PORT: String(await freePort()) };
      const moment = random(50, FIRST_START_MS);
      const killed = startProcess('main.js', settings);
      await setTimeout(moment);
      if (killed.child.exitCode === null) await killed.killGroup();
      const begin = performance.now();
      const again = startProcess('main.js', settings);
      await again.printed(/Sambang: http/, LIMIT);
      const seconds = (performance.now() - begin) / 1000;
      const [rows] = await query<object>(
        await urlOf(settings.DATA_DIR),
        `SELECT (SELECT count(*)::int FROM unit WHERE kind = 'upt') AS units, (SELECT count(*)::int FROM regional_office) AS offices`,
      );
      expect(rows).toEqual({ units: 613, offices: 33 });
      expect(await again.stop()).toBe(0);
      report(
        `first start ${n}: killed after ${Math.round(moment)} ms, then ready in ${seconds.toFixed(1)} s`,
      );
      await rm(settings.DATA_DIR, { recursive: true });
    }
  },
  LIMIT,
);

test(
  'a server under load loses nothing when it, its PostgreSQL, or both are killed',
  async () => {
    const run = new KillRun(join(folder, 'load'), await freePort());
    await run.prepare();
    await run.start();
    run.load(CLIENTS);
    const kinds = {
      server: async () => {
        await run.killServer();
        await run.start();
      },
      postgres: async () => {
        await run.killPostgres();
        await setTimeout(1_000);
        await run.untilReady();
      },
      both: async () => {
        await Promise.all([run.killPostgres(), run.killServer()]);
        await run.start();
      },
    };
    for (const [kind, kill] of Object.entries(kinds)) {
      for (let n = 1; n <= times[kind as keyof typeof kinds]; n++) {
        const before = run.acknowledged.size;
        await setTimeout(random(1_000, 6_000));
        const begin = performance.now();
        await kill();
        const seconds = (performance.now() - begin) / 1000;
        expect([kind, n, await run.losses()]).toEqual([kind, n, NO_LOSS]);
        report(
          `${kind} ${n}: ready after ${seconds.toFixed(1)} s, ${run.acknowledged.size - before} visits more`,
        );
      }
    }
    // The last kill was not the end: more is acknowledged after it.
    const before = run.acknowledged.size;
    await setTimeout(5_000);
    expect(await run.end()).toBe(0);
    expect(run.acknowledged.size).toBeGreaterThan(before);
    report(`${run.acknowledged.size} visits were acknowledged in all`);
  },
  LIMIT,
);
