import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { create } from './support/visits.js';

const HOSTS = ['rutan-banjarnegara', 'rutan-purbalingga', 'rutan-kebumen'];
const STATES = ['requested', 'confirmed', 'held', 'closed', 'cancelled'];
const PROGRAMS = ['akselerasi-2', 'akselerasi-3'];

let app: TestApp;
let ids: string[];

beforeAll(async () => {
  app = await startApp();
  const { guest } = await usualPeople(app);
  const days = ['2025-11-03', '2025-11-04', '2025-11-05'];
  ids = [];
  for (const day of days) {
    const body = { startsAt: `${day}T09:00:00+07:00`, endsAt: `${day}T11:00:00+07:00`, programs: [] };
    ids.push((await create(app, guest, body)).id);
  }
});
afterAll(() => app.close());

const counted = `SELECT host_unit, '' AS program, count(*)::int AS visits FROM visit WHERE state IN ('held', 'closed') GROUP BY 1
  UNION ALL SELECT v.host_unit, p.program, count(*)::int FROM visit v JOIN visit_program p ON p.visit_id = v.id
    WHERE v.state IN ('held', 'closed') GROUP BY 1, 2`;

const faults = () =>
  app.database.query(`WITH kept AS (SELECT * FROM hosted_visits WHERE visits > 0), counted AS (${counted})
    (SELECT * FROM kept EXCEPT SELECT * FROM counted) UNION ALL (SELECT * FROM counted EXCEPT SELECT * FROM kept)`);

/** Something that changes what is counted: of a visit its state, host or programs, or that it is there. */
const change = fc.oneof(
  fc.record({
    sql: fc.constant('UPDATE visit SET state = $2, submitted_at = now() WHERE id = $1'),
    value: fc.constantFrom(...STATES),
  }),
  fc.record({
    sql: fc.constant('UPDATE visit SET host_unit = $2 WHERE id = $1'),
    value: fc.constantFrom(...HOSTS),
  }),
  fc.record({
    sql: fc.constant('INSERT INTO visit_program (visit_id, program) VALUES ($1, $2) ON CONFLICT DO NOTHING'),
    value: fc.constantFrom(...PROGRAMS),
  }),
  fc.record({
    sql: fc.constant('DELETE FROM visit_program WHERE visit_id = $1 AND program = $2'),
    value: fc.constantFrom(...PROGRAMS),
  }),
);

test('how many visits took place is right after any changes', async () => {
  const changes = fc.array(fc.record({ visit: fc.nat(2), change }), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      for (const {
        visit,
        change: { sql, value },
      } of list)
        await app.database.query(sql, [ids[visit], value]);
      expect(await faults()).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('and after a visit is forgotten, with its programs', async () => {
  await app.database.query(`UPDATE visit SET state = 'held', submitted_at = now() WHERE id = $1`, [ids[0]]);
  await app.database.query(
    'INSERT INTO visit_program (visit_id, program) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [ids[0], PROGRAMS[0]],
  );
  const before = await app.database.query('SELECT * FROM hosted_visits ORDER BY host_unit, program');
  await app.database.query('DELETE FROM visit WHERE id = $1', [ids[0]]);
  expect(await faults()).toEqual([]);
  expect(await app.database.query('SELECT * FROM hosted_visits ORDER BY host_unit, program')).not.toEqual(
    before,
  );
});
