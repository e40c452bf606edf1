import { performance } from 'node:perf_hooks';
import { KeepFigures } from '../sinergi/index.js';
import { startBenchApp } from './bench/bench-app.js';
import { writeNationalData, type Run } from './bench/national-data.js';
import { writeCosts } from './bench/write-costs.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/** `npm run bench:sinergi`: how long Sinergi takes at national scale, 613 units and 50,000 visits in three years. */
const VISITS = Number(process.argv[2] ?? 50_000);
const ROUNDS = 15;
const TODAY = '2025-12-15';

const figures: ToldFigure[] = [];
let state = '';

const bench = await startBenchApp(TODAY);
const { app } = bench;
const headers = await bench.signIn({ email: 'admin@uji.test', role: 'administrator' });

const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
  const start = performance.now();
  await work();
  figures.push({ what, value: performance.now() - start, unit: 'ms' });
};

/** Writes on one connection with the triggers off, as a copy is restored, and counts afresh. */
async function load(run: Run): Promise<void> {
  await run('SET session_replication_role = replica');
  const period = { from: '2023-01-01', to: '2025-12-31', today: TODAY };
  await writeNationalData(run, { ...period, visits: VISITS, seed: 0.42 });
  await run('SET session_replication_role = origin');
  await timed(`counting ${VISITS} visits afresh`, () => app.get(KeepFigures).rebuild());
  await run('VACUUM ANALYZE');
  figures.push(...(await writeCosts(run)));
  await timed('moving 1000 visits, with their counts', () =>
    run(`UPDATE visit SET starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days'
      WHERE id IN (SELECT id FROM visit WHERE NOT EXISTS (SELECT FROM agenda a WHERE a.visit_id = visit.id) ORDER BY id LIMIT 1000)`),
  );
  const rows = await run(`SELECT (SELECT count(*)::int FROM sinergi_figure) AS figures,
    (SELECT count(*)::int FROM sinergi_delta) AS changes, (SELECT count(*)::int FROM visit) AS visits`);
  console.log(rows);
}

/** Milliseconds of a request: the fastest, the middle and the slowest of the rounds. */
async function measure(path: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { statusCode } = await app.inject({ url: path, headers });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  figures.push({ what: `${path}, ${state}`, value: times[ROUNDS >> 1] as number, unit: 'ms' });
}

await bench.onConnection(load);
const year = 'from=2025-01&to=2025-12';
for (const round of ['changes waiting', 'changes folded']) {
  state = round;
  for (const path of [
    'figures',
    'matrix',
    'network',
    'answer-times',
    'units-silent',
    'visits',
    'follow-ups',
  ]) {
    await measure(`/api/sinergi/${path}?${year}`);
  }
  await measure(`/api/sinergi/figures?from=2023-01&to=2025-12`);
  await measure(`/api/sinergi/figures?${year}&office=jawa-timur`);
  await measure(`/api/sinergi/figures?${year}&program=akselerasi-2`);
  await measure('/sinergi?dari=2025-01&sampai=2025-12');
  await timed('folding', () => app.get(KeepFigures).fold());
}
await tellFigures(figures);
await bench.close();
