import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { FeedStates } from '../src/calendars/queries/feed-states.js';
import { hashSecret } from '../src/platform/text/tokens.js';
import { ParticipantLinks } from '../src/visits/index.js';
import { startApp, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { readThings, statementsOf } from './support/read-columns.js';
import { confirmed, type ShownVisit } from './support/visits.js';

/*
 * Whatever a statement reads for a feed raises the feed's revision when it changes: every column of every kind of feed,
 * as PostgreSQL resolves the statements. What is read newly and not watched makes this fail.
 */

/** Rows that hold the feeds themselves, each asked for at every poll. */
const ITSELF = new Set(['feed', 'participant_link', 'feed_change']);
/** Rows that triggers keep, by what is watched itself. */
const KEPT = new Set(['visit_reader', 'follow_up_reader', 'hosted_visits']);

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  const me = { name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'leader' };
  visit = await confirmed(app, people.guest, people.host, { participants: [me] });
  await app.settle();
  await loosen();
  await leaveLittle();
  await fill();
}, 120_000);
afterAll(() => app.close());

/** Takes away whatever would refuse a value that nobody stores, and what else follows a change. */
async function loosen(): Promise<void> {
  const constraints = await app.database.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', conrelid::regclass, conname) AS sql
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'x')
       AND conrelid::regclass::text NOT LIKE 'sinergi%' AND conrelid <> 0
     ORDER BY conname`,
  );
  for (const { sql } of constraints) await app.database.query(sql);
  const triggers = await app.database.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS sql FROM pg_trigger
     WHERE NOT tgisinternal AND tgname NOT LIKE '%raises_feeds%' AND tgname NOT LIKE '%forgets'`,
  );
  for (const { sql } of triggers) await app.database.query(sql);
}

/** Leaves few rows of what there are many of, so that changing all of them takes no time. */
async function leaveLittle(): Promise<void> {
  const codes = ['bapas-purwokerto', 'rutan-banjarnegara', 'rutan-purbalingga'];
  await app.database.query('DELETE FROM unit WHERE code <> ALL ($1)', [codes]);
  for (const table of ['hosting_policy', 'hosting_window'])
    await app.database.query(`DELETE FROM ${table} WHERE unit <> ALL ($1)`, [codes]);
}

/** Something in every table that a feed could read. */
async function fill(): Promise<void> {
  const { id } = visit;
  const unit = 'bapas-purwokerto';
  const run = (sql: string, ...parameters: unknown[]) => app.database.query(sql, parameters);
  const [person] = await run(`SELECT id FROM person WHERE email = 'petugas@tamu.test'`);
  const [participant] = await run('SELECT id FROM visit_participant WHERE visit_id = $1', id);
  const [session] = [{ id: '7f0c9a0e-0f4b-4a9c-9f7e-3d1f6a4c2b11' }];
  const [whole] = [{ id: '2b8f1c62-54a5-4c7f-8a3b-6f6f7d2e9a10' }];
  const items = [
    {
      id: session?.id,
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      title: 'Tur',
      kind: 'talk',
      place: '',
      persons: [],
      note: '',
    },
  ];
  await run(
    `INSERT INTO agenda_revision (visit_id, revision, published_at, items) VALUES ($1, 1, now(), $2)`,
    id,
    JSON.stringify(items),
  );
  await run(
    `INSERT INTO agenda (visit_id, state, version, revision, public_revision, changed_at) VALUES ($1, 'published', 1, 1, 1, now())`,
    id,
  );
  await run(
    'INSERT INTO participant_session (participant_id, session_id) VALUES ($1, $2)',
    (participant as { id: string }).id,
    session?.id,
  );
  await run(
    `INSERT INTO visit_program (visit_id, program) SELECT $1, code FROM program ORDER BY code LIMIT 1`,
    id,
  );
  await run(
    `INSERT INTO visit_guest (id, visit_id, organisation, is_leading, answer, asked_at)
     VALUES (gen_random_uuid(), $1, 'rutan-purbalingga', false, 'joined', now())`,
    id,
  );
  await run(
    'INSERT INTO visit_reader SELECT * FROM visit_readers(ARRAY[$1::uuid]) ON CONFLICT DO NOTHING',
    id,
  );
  await run(
    `INSERT INTO series (id, title, guest_unit, host_unit, first_on, frequency, every, until, created_by, created_at)
     VALUES ($1, 'Rangkaian', $2, $2, '2025-10-30', 'weekly', 1, '2026-01-01', $3, now())`,
    whole?.id,
    unit,
    (person as { id: string }).id,
  );
  await run(
    `INSERT INTO series_date (series_id, on_date, visit_id) VALUES ($1, '2025-10-30', $2)`,
    whole?.id,
    id,
  );
  await run(
    `INSERT INTO trip (id, title, guest_unit, created_by, created_at) VALUES ($1, 'Perjalanan', $2, $3, now())`,
    whole?.id,
    unit,
    (person as { id: string }).id,
  );
  await run(
    `INSERT INTO trip_leg (visit_id, trip_id, during) SELECT id, $2, tstzrange(starts_at, ends_at) FROM visit WHERE id = $1`,
    id,
    whole?.id,
  );
  await run(
    'INSERT INTO calendar_setting (person_id, alarm_minutes) VALUES ($1, $2)',
    (person as { id: string }).id,
    [10],
  );
  await run(
    `INSERT INTO unit_name (unit, during, name) VALUES ($1, daterange('2025-01-01', '2026-06-01'), 'Nama dahulu')`,
    unit,
  );
  await run(`INSERT INTO closed_day (unit, date, reason) VALUES ($1, '2025-11-20', 'Apel')`, unit);
  await run(
    `INSERT INTO hosting_kind (unit, kind, receives) VALUES ($1, 'coordination', true) ON CONFLICT DO NOTHING`,
    unit,
  );
  await run(
    `INSERT INTO hosting_kind_window (unit, kind, weekday, starts_minute, ends_minute) VALUES ($1, 'coordination', 1, 500, 600)`,
    unit,
  );
  for (const owner of [unit, null]) {
    await run(
      `WITH period AS (INSERT INTO hosting_period (id, unit, name, first_day, last_day, closed, version)
         VALUES (gen_random_uuid(), $1, 'Ramadan', '2025-10-01', '2025-12-01', false, 1) RETURNING id)
       INSERT INTO hosting_period_window (period_id, weekday, starts_minute, ends_minute) SELECT id, 1, 500, 600 FROM period`,
      owner,
    );
  }
}

/** Another value of a column's type. */
function another(column: string, type: string): string {
  const bare = type.replace(/ COLLATE.*$/, '');
  const byType: Readonly<Record<string, string>> = {
    text: `coalesce(${column}, '') || 'x'`,
    uuid: 'gen_random_uuid()',
    integer: `coalesce(${column}, 0) + 1000003`,
    'double precision': `coalesce(${column}, 0) + 1000003`,
    boolean: `NOT coalesce(${column}, false)`,
    date: `coalesce(${column}, '2025-01-01') + 10000`,
    'timestamp with time zone': `coalesce(${column}, '2025-01-01') + interval '1 day'`,
    'text[]': `array_append(${column}, 'x')`,
    'integer[]': `array_append(${column}, 1)`,
    jsonb: `jsonb_build_array(${column})`,
    tstzrange: `tstzrange(lower(${column}), upper(${column}) + interval '1 day')`,
    daterange: `daterange(lower(${column}), upper(${column}) + 1)`,
    int4multirange: `coalesce(${column}, '{}') + '{[1440, 1500)}'`,
  };
  const value = byType[bare];
  if (value === undefined) throw new Error(`no other value of ${column}, a ${type}`);
  return value;
}

class Undo extends Error {}

/** What a feed's state says of its revision after each of some changes, which are taken back. */
async function revisionsAfter(hash: string, ...changes: readonly string[]): Promise<(string | null)[]> {
  const revisions: (string | null)[] = [];
  await app.database
    .transaction(async () => {
      for (const change of changes) {
        await app.database.query(change);
        const state = (await app.app.get(FeedStates).of([hash], app.clock.now())).get(hash);
        // Null: it is written anew, or ended.
        revisions.push(state?.held ? state.revision : null);
      }
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return revisions;
}

/** What the readers of a visit that feeds are found by come from; a person's own feed reads itself who takes part. */
async function readersSource(): Promise<string> {
  const [kept] = await app.database.query<{ source: string }>(
    `SELECT prosrc AS source FROM pg_proc WHERE proname = 'visit_readers'`,
  );
  const [organisations] = (kept?.source ?? '').split(/UNION SELECT sent.id, 'mail:'/);
  return `${organisations?.replace('ANY (visits)', 'ANY (NULL::uuid[])') ?? ''}) r ON r.id = v.id`;
}

const feeds: Record<string, () => Promise<string>> = {
  'of a person': async () => (await subscribeTo(app, people.guest, 'me')).path,
  'of a unit': async () => (await subscribeTo(app, people.guest, 'unit')).path,
  'of a host': async () => (await subscribeTo(app, people.host, 'unit')).path,
  'of a unit that joined': async () => (await subscribeTo(app, people.stranger, 'unit')).path,
  'of sessions': async () =>
    (await subscribeTo(app, people.guest, { scope: 'unit', shows: 'sessions' })).path,
  'of some programs': async () => {
    const [program] = await app.database.query<{ program: string }>('SELECT program FROM visit_program');
    return (await subscribeTo(app, people.guest, { scope: 'unit', programs: [program?.program] })).path;
  },
  'of busy times': async () => (await subscribeTo(app, people.guest, { scope: 'unit', shows: 'busy' })).path,
  'of a region': async () => (await subscribeTo(app, people.kanwil, 'region')).path,
  'of a visit': async () => (await subscribeTo(app, people.guest, { scope: 'visit', visit: visit.id })).path,
  'of a visit, for its regional office': async () =>
    (await subscribeTo(app, people.kanwil, { scope: 'visit', visit: visit.id })).path,
  'of a participant': async () => {
    const [participant] = await app.database.query<{ id: string }>('SELECT id FROM visit_participant');
    const links = app.app.get(ParticipantLinks);
    const secret = (await links.newFor(participant?.id ?? '')).split('/').at(-1) ?? '';
    return new URL(links.feedAddress(secret)).pathname;
  },
};

test.each(Object.keys(feeds))(
  'a feed %s',
  async (kind) => {
    const path = (await feeds[kind]?.()) ?? '';
    const hash = hashSecret(path.slice('/feeds/'.length, -'.ics'.length));
    const sent = await statementsOf(app, async () => {
      const { text } = await request(app.server).get(path).expect(200);
      expect(text).toMatch(/BEGIN:VEVENT|FREEBUSY/);
    });
    // The first is asked at every poll, so that what it reads needs no revision.
    const isReading = (text: string) =>
      /^\s*SELECT/i.test(text) && !/pg_control|pg_postmaster_start/.test(text);
    const reading = [...sent.filter(isReading), await readersSource()];
    const { columns, functions } = await readThings(app.databaseUrl, reading);
    // Of marks alone.
    expect([...functions].filter((name) => name !== 'feed_scope')).toEqual([]);
    expect(columns.size).toBeGreaterThan(30);
    const [before] = await revisionsAfter(hash, 'SELECT 1');
    expect(before).toMatch(/^-?\d+$/);
    const unseen: string[] = [];
    for (const [name, type] of columns) {
      const [table = '', column = ''] = name.split('.');
      if (table === 'feed_change' || KEPT.has(table)) continue;
      const [after] = await revisionsAfter(hash, `UPDATE ${table} SET ${column} = ${another(column, type)}`);
      if (after === before) unseen.push(`UPDATE ${name}`);
    }
    for (const table of new Set([...columns.keys()].map((name) => name.split('.')[0] ?? ''))) {
      if (ITSELF.has(table) || KEPT.has(table)) continue;
      const [kept, gone, back] = await revisionsAfter(
        hash,
        `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM ${table}`,
        `DELETE FROM ${table}`,
        `INSERT INTO ${table} SELECT * FROM kept`,
      );
      expect([table, kept]).toEqual([table, before]);
      if (gone === before) unseen.push(`DELETE FROM ${table}`);
      if (back === before || (gone !== null && back === gone)) unseen.push(`INSERT INTO ${table}`);
    }
    expect(unseen).toEqual([]);
  },
  120_000,
);
