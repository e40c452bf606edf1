import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeNationalData } from '../src/commands/bench/national-data.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';

const DATA = { from: '2024-01-01', to: '2025-12-31', today: '2025-10-20', visits: 300, seed: 0.25 };

let restored: TestApp;
let written: TestApp;

beforeAll(async () => {
  [restored, written] = [await startApp(), await startApp()];
  await load(restored, 'replica');
  await load(written, 'origin');
}, 120_000);
afterAll(async () => {
  await restored.close();
  await written.close();
});

/** With the triggers off, as a copy is restored, or with all of them. */
async function load(app: TestApp, role: 'replica' | 'origin'): Promise<void> {
  await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await app.database.transaction(async () => {
    await app.database.query(`SET LOCAL session_replication_role = ${role}`);
    await writeNationalData((sql, parameters) => app.database.query(sql, parameters), DATA);
  });
}

test.each([
  'visit_guest',
  'visit_reader',
  'follow_up_reader',
  'host_time',
  'agenda_item',
  'mail',
  'replication',
  'feedback_result',
  'learning_check',
])('what is written into %s with the triggers off is what stands there with them on', async (table) => {
  const rows = async (app: TestApp): Promise<unknown> =>
    app.database.query(
      `SELECT count(*)::int AS rows, md5(string_agg(line, ';' ORDER BY line)) AS digest
         FROM (SELECT ${sayable(table)} AS line FROM ${table} t JOIN visit v ON v.id = ${visitOf(table)}) x`,
    );
  const [here, there] = [await rows(restored), await rows(written)];
  expect(here).toEqual(there);
  expect(here).toEqual([{ rows: expect.any(Number), digest: expect.any(String) }]);
});

test('the visits of hosts are counted as triggers count them', async () => {
  const counts = (app: TestApp) =>
    app.database.query('SELECT * FROM hosted_visits ORDER BY host_unit, program');
  const kept = await counts(written);
  expect(kept).toEqual(await counts(restored));
  expect(kept.length).toBeGreaterThan(20);
});

const visitOf = (table: string): string =>
  ({
    mail: `left(t.key, 36)::uuid`,
    replication: '(SELECT f.visit_id FROM follow_up f WHERE f.id = t.follow_up_id)',
  })[table] ?? 't.visit_id';

/** A row without what is drawn anew for each database. */
const sayable = (table: string): string =>
  `(to_jsonb(t) - ARRAY['id', 'visit_id', 'created_by', 'confirmed_by', 'follow_up_id', 'participant_id', 'token_hash', 'key', 'message_id'${
    table === 'mail' ? ", 'position', 'stream'" : ''
  }])::text || v.reference`;

test('every row that refers to another finds it', async () => {
  const keys = await restored.database.query<{ child: string; parent: string; on: string }>(
    `SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
       (SELECT string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' AND ') FROM unnest(c.conkey, c.confkey) k (mine, theirs)
        JOIN pg_attribute ca ON ca.attrelid = c.conrelid AND ca.attnum = k.mine
        JOIN pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = k.theirs) AS on
     FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`,
  );
  expect(keys.length).toBeGreaterThan(50);
  for (const { child, parent, on } of keys) {
    const columns = [...on.matchAll(/ = (c\.\S+)/g)].map(([, column]) => `${column} IS NOT NULL`);
    const [row] = await restored.database.query<{ missing: number }>(
      `SELECT count(*)::int AS missing FROM ${child} c
       WHERE ${columns.join(' AND ')} AND NOT EXISTS (SELECT FROM ${parent} p WHERE ${on})`,
    );
    expect([child, parent, row]).toEqual([child, parent, { missing: 0 }]);
  }
});
