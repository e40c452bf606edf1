import { startBenchApp } from './bench/bench-app.js';
import { writeNotes } from './bench/note-data.js';
import { benchQueries } from './bench/note-texts.js';
import { costsOf } from './bench/query-costs.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench:notes [notes] [rounds]`: what it costs to search many notes for what the search's quality is measured
 * by, and for words that very many notes have, as CPU time of this process and of PostgreSQL (Linux alone).
 */
const NOTES = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const TODAY = '2026-04-01';

/** Words that stand in a large part of all notes. */
const frequent = [
  'warga binaan',
  'petugas',
  'lapas',
  'kunjungan',
  'petugas lapas',
  'warga binaan lapas petugas kelas',
  'praktik baik pembinaan',
  '"warga binaan"',
  'bulan',
];

const bench = await startBenchApp(TODAY);
const figures: ToldFigure[] = [];
try {
  const headers = await bench.signIn({
    email: 'rutan-wates@uji.test',
    role: 'officer',
    unit: 'rutan-wates',
  });
  await bench.onConnection((run) => writeNotes(run, NOTES, TODAY));
  const queries = { 'the queries of the corpus': await benchQueries(), 'very frequent words': frequent };
  for (const [kind, words] of Object.entries(queries)) {
    for (const path of ['/api/notes?query=', '/praktik-baik?cari=', '/cari?q=']) {
      const urls = words.map((typed) => path + encodeURIComponent(typed));
      const { p50, p95, most, dearest } = await costsOf(bench.app, urls, { headers, rounds: ROUNDS });
      const what = `${path} ${kind}`;
      figures.push(
        ...Object.entries({ p50, p95 }).map(([name, value]) => ({
          what: `${what}, ${name}`,
          value,
          unit: 'ms CPU',
        })),
        { what: `${what}, most: ${decodeURIComponent(dearest)}`, value: most, unit: 'ms CPU' },
      );
    }
  }
  await tellFigures(figures);
} finally {
  await bench.close();
}
