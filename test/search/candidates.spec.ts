import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planSearch } from '../../src/notes/domain/search-plan.js';
import { readSearch } from '../../src/notes/domain/search-words.js';
import { MatchNotes } from '../../src/notes/queries/match-notes.js';
import type { NoteFilter } from '../../src/notes/queries/note-conditions.js';
import type { ReadNoteStatistics } from '../../src/notes/queries/note-statistics.js';
import { ReadSearchFacts } from '../../src/notes/queries/search-facts.js';
import { Database } from '../../src/platform/database/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { corpusQueries, reader, writeCorpus } from './corpus.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-04-01T02:00:00Z'));
  await writeCorpus(app);
}, 60_000);
afterAll(() => app.close());

/** Everything that matches, as it is found, and as it would be among so many notes that it has to be cut. */
async function bothWays(typed: string, filter: NoteFilter = {}): Promise<string[][]> {
  const wanted = readSearch(typed);
  const facts = await app.app.get(ReadSearchFacts).execute(wanted.flatMap(({ words }) => words));
  const shares = new Map([
    ['lapas', 0.6],
    ['kunjung', 0.12],
    ['^kunjung', 0.02],
    ['tani', 0.03],
  ]);
  const many = {
    execute: () => Promise.resolve({ notes: 100_000, shares }),
  } as unknown as ReadNoteStatistics;
  const searches = [app.app.get(MatchNotes), new MatchNotes(app.app.get(Database), many)];
  const found = searches.map((search) => search.execute(reader, planSearch(wanted, facts), filter));
  return (await Promise.all(found)).map(({ matches }) => matches.map(({ id }) => id).sort());
}

test('the cells in which candidates are looked for leave none out', async () => {
  for (const { query } of await corpusQueries()) {
    const [all, ofCells] = await bothWays(query);
    expect([query, ofCells]).toEqual([query, all]);
  }
  expect((await bothWays('lapas'))[0]).not.toEqual([]);
});

test('marks follow what they stand for: type, office, program and year of a note', async () => {
  const filters = [
    { unitType: 'lapas' },
    { regionalOffice: 'jawa-tengah' },
    { program: 'akselerasi-2' },
    { year: 2025 },
    { unit: 'lapas-kendal' },
  ];
  const changes = [
    `UPDATE unit SET type = 'lpka' WHERE code = 'lapas-kendal'`,
    `UPDATE unit SET regional_office = 'bali' WHERE code = 'lapas-kendal'`,
    `UPDATE note SET published_at = '2024-12-31T18:00:00Z' WHERE unit = 'lapas-kendal'`,
    `DELETE FROM note_program WHERE note_id IN (SELECT id FROM note WHERE unit = 'lapas-kendal')`,
  ];
  for (const change of ['SELECT', ...changes]) {
    await app.database.query(change);
    for (const filter of filters) {
      const rows = await app.database.query<{ id: string }>(
        `SELECT n.id FROM note n JOIN unit u ON u.code = n.unit JOIN note_search s ON s.note_id = n.id
         WHERE s.vector @@ $1::tsquery AND u.type = coalesce($2, u.type) AND u.regional_office = coalesce($3, u.regional_office)
           AND ($4::text IS NULL OR EXISTS (SELECT FROM note_program p WHERE p.note_id = n.id AND p.program = $4))
           AND ($5::int IS NULL OR extract(year FROM n.published_at AT TIME ZONE u.time_zone) = $5)
           AND n.unit = coalesce($6, n.unit) ORDER BY n.id`,
        [
          "'kolam' | 'kolami' | 'olam'",
          ...['unitType', 'regionalOffice', 'program', 'year', 'unit'].map(
            (name) => (filter as Record<string, unknown>)[name] ?? null,
          ),
        ],
      );
      const expected = rows.map(({ id }) => id);
      expect([change, filter, await bothWays('kolam', filter)]).toEqual([
        change,
        filter,
        [expected, expected],
      ]);
    }
  }
});

test('how many use a note follows its users', async () => {
  const [note] = await app.database.query<{ id: string }>(
    'SELECT note_id AS id FROM note_search WHERE uses = 2 LIMIT 1',
  );
  const standing = async (): Promise<unknown> =>
    (
      await app.database.query(
        `SELECT uses, vector @@ '''#used'''::tsquery AS used FROM note_search WHERE note_id = $1`,
        [note?.id],
      )
    )[0];
  expect(await standing()).toEqual({ uses: 2, used: false });
  await app.database.query(
    `INSERT INTO note_use (note_id, unit, since, added_by, added_at)
     SELECT $1, 'rutan-wates', '2026-03-01', author_id, '2026-03-01' FROM note WHERE id = $1`,
    [note?.id],
  );
  expect(await standing()).toEqual({ uses: 3, used: true });
  await app.database.query('DELETE FROM note_use WHERE note_id = $1', [note?.id]);
  expect(await standing()).toEqual({ uses: 0, used: false });
});
