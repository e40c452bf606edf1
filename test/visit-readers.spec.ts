import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, requested, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
let draft: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  await signedIn(app, { email: 'petugas@purbalingga.test', unit: 'rutan-purbalingga', role: 'officer' });
  const body = {
    participants: [
      { name: 'Ani', email: 'ani@luar.test', side: 'guest' as const, role: 'leader' as const },
      { name: 'Budi', side: 'guest' as const, role: 'member' as const },
    ],
  };
  visit = await confirmed(app, people.guest, people.host, body);
  await requested(app, people.guest);
  draft = await create(app, people.guest, {
    ...body,
    startsAt: '2025-12-08T09:00:00+07:00',
    endsAt: '2025-12-08T11:00:00+07:00',
  });
  for (const [id, day] of [
    [FIRST, '2025-12-01'],
    [SECOND, '2025-12-05'],
  ]) {
    await run(
      `INSERT INTO follow_up (id, visit_id, what, unit, person_name, due_on, state, evidence, reason, created_at, changed_at)
       VALUES ($1, $2, 'Menata kebun', 'bapas-purwokerto', 'Sari', $3, 'open', '', '', now(), now())`,
      id,
      visit.id,
      day,
    );
  }
});
afterAll(() => app.close());

const [FIRST, SECOND] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

const run = (sql: string, ...values: unknown[]) => app.database.query<Record<string, unknown>>(sql, values);

/** What the table holds and should not, and the other way round. */
const faults = () =>
  run(`(SELECT 'missing' AS fault, * FROM (SELECT * FROM visit_readers(ARRAY(SELECT id FROM visit)) EXCEPT SELECT * FROM visit_reader) a)
    UNION ALL (SELECT 'too many', * FROM (SELECT * FROM visit_reader EXCEPT SELECT * FROM visit_readers(ARRAY(SELECT id FROM visit))) b)`);

/** The same of who finds follow-ups in lists. */
const followUpFaults = () => {
  const meant = `SELECT f.id, r.reader, f.visit_id, f.unit, f.state, f.due_on, follow_up_position(f.state, f.due_on, f.done_at, f.changed_at)
    FROM follow_up f JOIN visit_reader r ON r.visit_id = f.visit_id AND r.reader NOT LIKE 'asked:%'`;
  return run(`(SELECT 'missing' AS fault, * FROM (${meant} EXCEPT SELECT * FROM follow_up_reader) a)
    UNION ALL (SELECT 'too many', * FROM (SELECT * FROM follow_up_reader EXCEPT ${meant}) b)`);
};

const readers = async (id: string): Promise<unknown[]> =>
  (await run('SELECT reader FROM visit_reader WHERE visit_id = $1 ORDER BY reader', id)).map(
    ({ reader }) => reader,
  );

test('are the organisations of a visit, their regional offices, and who takes part with an address', async () => {
  expect(await readers(visit.id)).toEqual(
    expect.arrayContaining([
      'mail:ani@luar.test',
      'unit:bapas-purwokerto',
      'unit:rutan-banjarnegara',
      'office:jawa-tengah',
    ]),
  );
  expect(await faults()).toEqual([]);
});

/** Every change of what readers come from, whoever makes it. */
const changes: [what: string, sql: string, values: () => unknown[]][] = [
  [
    'another time',
    `UPDATE visit SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`,
    () => [draft.id],
  ],
  ['another guest', `UPDATE visit SET guest_unit = 'bapas-semarang' WHERE id = $1`, () => [draft.id]],
  [
    'a draft that is sent',
    `UPDATE visit SET state = 'requested', submitted_at = now() WHERE id = $1`,
    () => [draft.id],
  ],
  ['another state', `UPDATE visit SET state = 'withdrawn' WHERE id = $1`, () => [draft.id]],
  ['another host', `UPDATE visit SET host_unit = 'rutan-purbalingga' WHERE id = $1`, () => [draft.id]],
  [
    'an organisation asked',
    `INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_at, due_on)
     VALUES (gen_random_uuid(), $1, 'rutan-purworejo', 'asked', now(), '2026-01-01')`,
    () => [visit.id],
  ],
  [
    'it declines',
    `UPDATE visit_guest SET answer = 'declined', answered_at = now() WHERE visit_id = $1 AND organisation = 'rutan-purworejo'`,
    () => [visit.id],
  ],
  [
    'it joins',
    `UPDATE visit_guest SET answer = 'joined', answered_at = now() WHERE visit_id = $1 AND organisation = 'rutan-purworejo'`,
    () => [visit.id],
  ],
  [
    'it is forgotten',
    `DELETE FROM visit_guest WHERE visit_id = $1 AND organisation = 'rutan-purworejo'`,
    () => [visit.id],
  ],
  [
    'another address',
    `UPDATE visit_participant SET email = 'ani@baru.test' WHERE visit_id = $1 AND name = 'Ani'`,
    () => [visit.id],
  ],
  [
    'an address at last',
    `UPDATE visit_participant SET email = 'budi@baru.test' WHERE visit_id = $1 AND name = 'Budi'`,
    () => [visit.id],
  ],
  [
    'none any more',
    `UPDATE visit_participant SET email = NULL WHERE visit_id = $1 AND name = 'Ani'`,
    () => [visit.id],
  ],
  [
    'somebody leaves',
    `DELETE FROM visit_participant WHERE visit_id = $1 AND name = 'Budi'`,
    () => [visit.id],
  ],
  [
    'a unit of another region',
    `UPDATE unit SET regional_office = (SELECT min(code) FROM regional_office WHERE code <> 'jawa-tengah') WHERE code = 'rutan-banjarnegara'`,
    () => [],
  ],
  ['a visit gone', 'DELETE FROM visit WHERE id = $1', () => [draft.id]],
];

test.each(changes)('follow %s', async (_, sql, values) => {
  const before = await run('SELECT * FROM visit_reader ORDER BY visit_id, reader');
  await run(sql, ...values());
  expect(await faults()).toEqual([]);
  expect(await followUpFaults()).toEqual([]);
  expect(await run('SELECT * FROM visit_reader ORDER BY visit_id, reader')).not.toEqual(before);
});

test('who was only asked to join finds no follow-ups', async () => {
  const rows = await run(
    'SELECT reader FROM follow_up_reader WHERE follow_up_id = $1 ORDER BY reader',
    FIRST,
  );
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ reader }) => String(reader).startsWith('asked:'))).toEqual([]);
});

test.each([
  ['another day', `UPDATE follow_up SET due_on = '2026-02-02' WHERE id = $1`],
  ['another unit', `UPDATE follow_up SET unit = 'rutan-banjarnegara' WHERE id = $1`],
  ['done', `UPDATE follow_up SET state = 'done', done_at = now(), evidence = 'Foto' WHERE id = $1`],
  [
    'dropped',
    `UPDATE follow_up SET state = 'dropped', done_at = NULL, reason = 'Lahan dijual' WHERE id = $1`,
  ],
  ['dropped later', `UPDATE follow_up SET changed_at = changed_at + interval '1 day' WHERE id = $1`],
  [
    'of another visit',
    `UPDATE follow_up f SET visit_id = (SELECT v.id FROM visit v WHERE v.id <> f.visit_id LIMIT 1) WHERE id = $1`,
  ],
  ['forgotten', 'DELETE FROM follow_up WHERE id = $1'],
])('whoever finds a follow-up finds it as it is when it is %s', async (_, sql) => {
  const before = await run('SELECT * FROM follow_up_reader ORDER BY follow_up_id, reader');
  await run(sql, SECOND);
  expect(await followUpFaults()).toEqual([]);
  expect(await run('SELECT * FROM follow_up_reader ORDER BY follow_up_id, reader')).not.toEqual(before);
});
