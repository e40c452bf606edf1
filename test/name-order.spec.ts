import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CreatePerson } from '../src/people/index.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, usualPeople, type UsualPeople } from './support/people.js';
import { create, visitBody } from './support/visits.js';

const UNIT = 'lapas-abepura';
/** As an Indonesian reads them: capitals and accents only decide between what is spelt alike otherwise. */
const inOrder = ['ade', 'Ade', 'Ágnes', 'Agus', 'I Made', 'iwan', 'Iwan', 'Zainal'];
const mixed = ['Zainal', 'iwan', 'Agus', 'Ade', 'I Made', 'Ágnes', 'Iwan', 'ade'];

let app: TestApp;
let people: UsualPeople;
beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

/** Everything of a list that comes in pages. */
async function inPages<Item>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, nextCursor }: { items: Item[]; nextCursor: string | null } = await page(cursor);
    all.push(...items);
    cursor = nextCursor;
  }
  return all;
}

describe('Names stand in the order that Indonesians read them in', () => {
  test('of people, page by page', async () => {
    for (const [index, name] of mixed.entries()) {
      const person = { name, email: `p${index}@abepura.test`, password: PASSWORD };
      await app.app.get(CreatePerson).execute({ ...person, role: 'unit-head', unit: UNIT });
    }
    const as = await app.signIn('p0@abepura.test', PASSWORD);
    const found = await inPages(async (cursor) => {
      const query = { unit: UNIT, limit: 2, ...(cursor && { cursor }) };
      return (await api(app).get('/api/people', { as, query }).expect(200)).body;
    });
    expect(found.map(({ name }) => name)).toEqual(inOrder);
  });

  test.each(['person', 'what'] as const)(
    'of what was promised by %s, page by page, both ways',
    async (sort) => {
      const visit = await create(app, people.guest);
      for (const name of mixed) {
        const promise = { visit: visit.id, unit: visitBody.guestUnit, dueOn: '2025-12-01' };
        const body = {
          ...promise,
          what: sort === 'what' ? name : 'x',
          person: sort === 'person' ? name : 'x',
        };
        await api(app).post('/api/follow-ups', { as: people.guest, body }).expect(201);
      }
      for (const order of ['asc', 'desc'] as const) {
        const found = await inPages(async (cursor) => {
          const query = { visit: visit.id, sort, order, limit: 3, ...(cursor && { cursor }) };
          return (await api(app).get('/api/follow-ups', { as: people.guest, query }).expect(200)).body;
        });
        const names = found.map((promise) => promise[sort].toLowerCase());
        const expected = inOrder.map((name) => name.toLowerCase());
        expect(names).toEqual(order === 'asc' ? expected : expected.toReversed());
      }
    },
  );

  test('of units, as a program in Indonesian sorts them, and they are found in small and capital letters', async () => {
    await app.database.query(
      `UPDATE unit SET name = CASE code WHEN 'lapas-abepura' THEN 'álpha' ELSE 'beta' END
       WHERE code IN ('lapas-abepura', 'bapas-purwokerto')`,
    );
    const list = (query: object) => api(app).get('/api/units', { as: people.guest, query }).expect(200);
    const found = await inPages(async (cursor) => {
      return (await list({ limit: 200, ...(cursor && { cursor }) })).body;
    });
    const names = found.map(({ name }) => name);
    expect(names.slice(0, 1)).toEqual(['álpha']);
    expect(names).toEqual(names.toSorted(new Intl.Collator('id-ID').compare));
    expect((await list({ query: 'ÁLPH' })).body.items.map(({ name }) => name)).toEqual(['álpha']);
  });
});

describe('Indexes serve that order and the search', () => {
  const planOf = (sql: string): Promise<string> =>
    app.database.transaction(async () => {
      await app.database.query('SET LOCAL enable_seqscan = off');
      const rows = await app.database.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

  test('a page of people is read from the index, without sorting', async () => {
    const plan = await planOf(
      `SELECT * FROM person WHERE (name, id) > ('iwan', '00000000-0000-0000-0000-000000000000') ORDER BY name, id LIMIT 2`,
    );
    expect(plan).toContain('Index Cond: (ROW(name, id) > ROW(');
    expect(plan).not.toContain('Sort');
  });

  test('a part of a name is found by its trigrams', async () => {
    expect(await planOf(`SELECT * FROM unit WHERE name ILIKE '%nusakambangan%'`)).toContain(
      'unit_name_trgm_idx',
    );
  });
});
