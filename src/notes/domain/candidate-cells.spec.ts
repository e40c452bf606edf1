import { expect, test } from '@jest/globals';
import { candidatesFor, type CellFacts } from './candidate-cells.js';
import { planSearch } from './search-plan.js';
import { readSearch } from './search-words.js';

const facts: CellFacts = {
  shares: new Map(),
  wanted: {},
  notes: 100_000,
  read: 1000,
  ranked: 250,
  lookedAt: 2000,
};
const common = new Map([
  ['lapas', 0.6],
  ['sayur', 0.002],
]);

/** The cells of words that are their own stems; signs that only bind together are left out. */
function cells(typed: string, more: Partial<CellFacts> = {}): string[] {
  const words = readSearch(typed).flatMap((part) => part.words);
  const known = new Map(words.map((word) => [word, { stem: word, isStop: false, near: [] }]));
  const plan = planSearch(readSearch(typed), { words: known, synonyms: [], absent: new Set<string>() });
  const { cells: found, common } = candidatesFor(plan, { ...facts, ...more });
  return [...found.map(({ query }) => query), ...(common === null ? [] : [`common: ${common}`])].map((cell) =>
    cell.replaceAll(/[()]| \| '\^?\w+i'/g, ''),
  );
}

test('one word of few notes is one look', () => {
  expect(cells('sayur', { shares: common })).toEqual(["'sayur'"]);
});

test('of a word in very many notes its titles come first, of very many titles those in use, at last all', () => {
  expect(cells('lapas', { shares: common })).toEqual(["'lapas' & '^lapas'", "common: 'lapas'"]);
  const shares = new Map([...common, ['^lapas', 0.1]]);
  expect(cells('lapas', { shares })).toEqual([
    "'lapas' & '^lapas' & '#used'",
    "'lapas' & '^lapas'",
    "common: 'lapas'",
  ]);
});

test('who has all words comes first, then who has two, then who has the rarest; at last who has any', () => {
  const few = { shares: common, notes: 300 };
  expect(cells('lapas sayur hutan', few)).toEqual([
    "'hutan' & 'sayur' & 'lapas'",
    "'hutan' & 'sayur' | 'hutan' & 'lapas' | 'sayur' & 'lapas'",
    "'hutan'",
    "'sayur'",
    "'hutan' | 'sayur' | 'lapas'",
  ]);
});

test('what is required, left out or filtered holds for every cell', () => {
  const wanted = { unitType: 'rutan', regionalOffice: 'jawa-tengah', program: 'a', year: 2025 };
  const found = cells('"hutan sayur" lapas -lele', { wanted, shares: common });
  for (const cell of found) {
    expect(cell).toMatch(/'hutan' <1> 'sayur' & '#trutan' & '#ojawa-tengah' & '#pa' & '#y2025' & !'lele'$/);
  }
});
