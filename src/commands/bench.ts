import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench [file]`: everything that is measured, one after another, as one table and, where a file is named, as JSON.
 * Each figure stands beside what it is held against, measured in the same run. Takes the better part of an hour.
 */
const BENCHES = ['start', 'feeds', 'mails', 'bookings', 'papers', 'notes', 'sinergi', 'archive'] as const;

const run = (bench: (typeof BENCHES)[number]): Promise<ToldFigure[]> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL(`./bench-${bench}.js`, import.meta.url));
    let told: ToldFigure[] = [];
    child.on('message', (figures) => {
      told = [...told, ...(figures as ToldFigure[])];
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(told.map((figure) => ({ ...figure, what: `${bench}: ${figure.what}` })));
      else reject(new Error(`bench-${bench} ended with ${code}`));
    });
  });

const figures: ToldFigure[] = [];
for (const bench of BENCHES) figures.push(...(await run(bench)));
console.log(`\nNode.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
await tellFigures(figures, process.argv[2]);
