import { performance } from 'node:perf_hooks';
import { DataSource } from 'typeorm';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import { writeNationalData, type Run } from './bench/national-data.js';
import { tellFigures } from './bench/told-figures.js';

/**
 * `npm run bench:archive [small] [large]`: what pages and lists cost with few and with many visits of ten years, as CPU time
 * of this process and of PostgreSQL (read from /proc, so on Linux alone), and as a ratio between the two.
 */
const SIZES = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 100_000)];
const ROUNDS = 5;
const LONGEST_MS = 30_000;
const TODAY = '2025-12-15';

const people = {
  officer: { email: 'rutan-banjarnegara@uji.test', role: 'officer', unit: 'rutan-banjarnegara' },
  kanwil: { email: 'kanwil@uji.test', role: 'regional', regionalOffice: 'jawa-tengah' },
  administrator: { email: 'admin@uji.test', role: 'administrator' },
} as const;
const paths = [
  '/',
  '/kunjungan',
  '/kunjungan?tab=semua',
  '/kunjungan?query=Kunjungan+77',
  '/kunjungan/baru?tuan=rutan-banjarnegara',
  '/upt/rutan-banjarnegara',
  '/kalender/acara?dari=2025-12-01&sampai=2026-01-11',
  '/kalender/acara?dari=2025-12-01&sampai=2026-01-11&lingkup=wilayah',
  '/cari?q=kunjungan+77',
  '/tindak-lanjut',
  '/surat',
  '/api/visits?from=2025-12-15T00:00:00Z',
  '/api/visits',
  '/api/follow-ups',
];

interface Cost {
  status: number;
  cpu: number;
}

/** Ten years of visits, with the triggers off, as a copy is restored. */
async function load(run: Run, visits: number): Promise<void> {
  const began = performance.now();
  await run('SET statement_timeout = 0');
  await run('SET session_replication_role = replica');
  await writeNationalData(run, { from: '2016-01-01', to: '2026-03-31', today: TODAY, visits, seed: 0.42 });
  await run('SET session_replication_role = origin');
  await run('VACUUM ANALYZE');
  await run('SELECT sinergi_rebuild()');
  await run('VACUUM ANALYZE');
  console.error(`${visits} visits written in ${Math.round((performance.now() - began) / 1000)} s`);
}

async function bench(visits: number): Promise<Map<string, Cost>> {
  const { app, signIn, onConnection, close } = await startBenchApp(TODAY);
  try {
    const readers = new Map<string, { authorization: string }>();
    for (const [name, account] of Object.entries(people)) readers.set(name, await signIn(account));
    await onConnection((run) => load(run, visits));
    const costs = new Map<string, Cost>();
    for (const [name, headers] of readers) {
      for (const url of paths) {
        costs.set(`${name} ${url}`, await costOf(app.get(DataSource), () => app.inject({ url, headers })));
      }
    }
    return costs;
  } finally {
    await close();
  }
}

/** CPU time of a request in milliseconds: the least of some rounds. */
async function costOf(source: DataSource, ask: () => Promise<{ statusCode: number }>): Promise<Cost> {
  let [least, status] = [Infinity, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const backends = await source.query<{ pid: number | null }[]>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
    );
    const cpu = measureCpu(backends.map(({ pid }) => pid));
    const began = performance.now();
    ({ statusCode: status } = await ask());
    least = Math.min(least, cpu());
    if (performance.now() - began > LONGEST_MS / ROUNDS) break;
  }
  return { status, cpu: least };
}

const [small, large] = [await bench(SIZES[0] as number), await bench(SIZES[1] as number)];
await tellFigures(
  [...large].map(([name, { cpu, status }]) => ({
    what: `${name} of ${SIZES[1]} visits (${status})`,
    value: cpu,
    unit: 'ms CPU',
    limit: `of ${SIZES[0]} visits`,
    ratio: (small.get(name) as Cost).cpu / cpu,
  })),
);
