import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { corpusNotes, corpusQueries, writeCorpus, type CorpusQuery } from './corpus.js';
import { meanQuality, percentile, qualityOf, type Quality } from './measures.js';
import { searches, type Search } from './searches.js';

/** What the search has reached; a change that makes it worse shows here. */
const FLOOR = { ndcg: 0.95, recall: 0.98, reciprocalRank: 0.96 };

let app: TestApp;
let slugs: ReadonlyMap<string, string>;
let queries: CorpusQuery[];

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-04-01T02:00:00Z'));
  slugs = await writeCorpus(app);
  queries = await corpusQueries();
}, 60_000);
afterAll(() => app.close());

interface Measured {
  query: CorpusQuery;
  ranking: string[];
  quality: Quality;
  milliseconds: number;
}

async function measure(search: Search): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const query of queries) {
    const start = performance.now();
    const ids = await search(query.query);
    const milliseconds = performance.now() - start;
    const ranking = ids.map((id) => slugs.get(id) ?? id);
    measured.push({ query, ranking, quality: qualityOf(ranking, query.expected), milliseconds });
  }
  return measured;
}

function line(name: string, measured: readonly Measured[]): string {
  const { ndcg, recall, reciprocalRank } = meanQuality(measured.map(({ quality }) => quality));
  const times = measured.map(({ milliseconds }) => milliseconds);
  const figures = [ndcg, recall, reciprocalRank].map((value) => value.toFixed(3).padStart(9));
  const speed = [0.5, 0.95].map((share) => percentile(times, share).toFixed(1).padStart(8));
  return [name.padEnd(34), ...figures, ...speed].join('');
}

const header = ['', 'nDCG@10', 'recall@10', 'MRR', 'p50 ms', 'p95 ms'].map((name, i) =>
  i === 0 ? name.padEnd(34) : name.padStart(i < 4 ? 9 : 8),
);

test('the corpus is large enough, and every expected note is in it', async () => {
  const known = new Set((await corpusNotes()).map(({ slug }) => slug));
  expect(known.size).toBeGreaterThanOrEqual(80);
  expect(queries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  expect(queries.flatMap(({ expected }) => Object.keys(expected)).filter((slug) => !known.has(slug))).toEqual(
    [],
  );
});

test('the search finds what is expected, and stems, synonyms and spelling each help', async () => {
  const table = [header.join('')];
  const quality = new Map<string, Quality>();
  for (const [name, search] of Object.entries(searches(app))) {
    await measure(search);
    const measured = await measure(search);
    quality.set(name, meanQuality(measured.map((each) => each.quality)));
    table.push(line(name, measured));
    if (name !== 'everything') continue;
    for (const kind of ['stem', 'synonym', 'typo', 'unit', 'need'] as const) {
      table.push(
        line(
          `  ${kind}`,
          measured.filter(({ query }) => query.kind === kind),
        ),
      );
    }
    const weak = measured.filter((each) => each.quality.ndcg < 0.85 || each.quality.recall < 1);
    for (const { query, ranking, quality: one } of weak) {
      table.push(`  weak: ${query.query} (${one.ndcg.toFixed(2)}): ${ranking.slice(0, 6).join(', ')}`);
    }
  }
  process.stdout.write(`\n${queries.length} queries over ${slugs.size} notes\n${table.join('\n')}\n`);
  const whole = quality.get('everything');
  expect(whole?.ndcg).toBeGreaterThan(FLOOR.ndcg);
  expect(whole?.recall).toBeGreaterThanOrEqual(FLOOR.recall);
  expect(whole?.reciprocalRank).toBeGreaterThan(FLOOR.reciprocalRank);
  for (const part of ['stem corrections', 'synonyms', 'spelling']) {
    expect([part, quality.get(`without ${part}`)?.ndcg]).toEqual([part, expect.any(Number)]);
    expect(quality.get(`without ${part}`)?.ndcg).toBeLessThan(whole?.ndcg ?? 0);
  }
}, 120_000);
