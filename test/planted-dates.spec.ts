import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { startApp, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import {
  emails,
  pageExamples,
  pageRoutes,
  type PageExamples,
  type PageRole,
} from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import type { Header } from './support/visits.js';

/** The ends of what PostgreSQL and the calendar of a browser can hold, far outside the range of what can be typed. */
const ENDS = ['0001-01-02', '9999-12-30', '275760-09-12'] as const;

/** Rows of tables that the examples leave empty. */
const rows = `
  INSERT INTO agenda (visit_id, state, version, revision, changed_at)
    SELECT id, 'draft', 1, 0, now() FROM visit WHERE state = 'confirmed' ON CONFLICT DO NOTHING;
  INSERT INTO agenda_item (id, visit_id, position, starts_at, ends_at, title, kind, place, persons, note)
    SELECT gen_random_uuid(), id, 900, starts_at, starts_at + interval '1 hour', 'Tur', 'field-tour', 'Kebun', '{}', ''
    FROM visit WHERE state = 'confirmed';
  INSERT INTO closed_day (unit, date, reason) VALUES ('rutan-banjarnegara', '2025-11-20', 'Apel');
  INSERT INTO erasure (id, participants, members, ground, reason, letter_on, entered_by, asked_at, done_at)
    SELECT gen_random_uuid(), '{}', '{}', 'letter', 'Surat', '2025-10-01', id, now(), now() FROM person LIMIT 1;
  INSERT INTO note_use (note_id, unit, since, added_by, added_at)
    SELECT n.id, 'bapas-purwokerto', '2025-10-01', p.id, now() FROM note n, person p LIMIT 1;
  INSERT INTO replication (id, follow_up_id, practice, from_unit, to_unit, since, result, confirmed_by, confirmed_name,
      confirmed_at)
    SELECT gen_random_uuid(), f.id, 'Demplot', 'rutan-banjarnegara', 'bapas-purwokerto', '2025-10-01', 'Panen', p.id, 'x',
      now() FROM follow_up f, person p LIMIT 1;
  INSERT INTO received_mail (id, digest, sender, subject, source, outcome, received_at)
    VALUES ('00000000-0000-4000-8000-000000000001', 'x', 'a@b.test', 'x', '', 'question', now());
  INSERT INTO reply_question (received_mail_id, participant_id, kind, starts_at, ends_at, words, is_proven, said_at,
      asked_at)
    SELECT '00000000-0000-4000-8000-000000000001', id, 'other-time', now(), now() + interval '1 hour', '', false, now(),
      now()
    FROM visit_participant LIMIT 1;
  INSERT INTO visit_entry (id, visit_id, author, author_unit, kind, text, entered_at, received_at)
    SELECT gen_random_uuid(), v.id, p.id, p.unit, 'note', 'Panen bayam', now(), now()
    FROM visit v, person p WHERE v.state = 'confirmed' AND p.email = '${emails.guest}';`;

interface Column {
  table: string;
  column: string;
  type: 'date' | 'timestamptz';
}

let app: TestApp;
let examples: PageExamples;
let headers: Record<PageRole, Header>;
let feeds: string[];
let columns: Column[];
let apiPaths: string[];

beforeAll(async () => {
  app = await startApp();
  examples = await pageExamples(app);
  // Without the foreign keys that only the way to such rows would need.
  await app.database.transaction(async () => {
    await app.database.query('SET LOCAL session_replication_role = replica');
    await app.database.query(rows);
  });
  await app.settle();
  const roles = Object.keys(emails) as PageRole[];
  const signedIn = await Promise.all(roles.map((role) => app.signIn(emails[role], PASSWORD)));
  headers = Object.fromEntries(roles.map((role, n) => [role, signedIn[n]])) as Record<PageRole, Header>;
  feeds = [
    await subscribeTo(app, headers.guest, 'unit'),
    await subscribeTo(app, headers.host, 'me'),
    await subscribeTo(app, headers.host, { scope: 'unit', shows: 'busy' }),
  ].map(({ path }) => path);
  columns = await dropRanges();
  apiPaths = await lists();
}, 90_000);
afterAll(async () => {
  // Five digits of a year are no date of a calendar, which the API's document rightly says.
  app.answers.forget(/ must (?:match format|be null|match a schema)/);
  await app.close();
});

/** Takes away what keeps such rows out, and answers with the columns that it kept. */
async function dropRanges(): Promise<Column[]> {
  const ranged = await app.database.query<Column>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL)::text AS type
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
     WHERE k.conname LIKE '%\\_range\\_check' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  for (const { table } of ranged) {
    await app.database.query(
      `DO $$ DECLARE k record; BEGIN FOR k IN SELECT conname FROM pg_constraint WHERE conrelid = '${table}'::regclass
         AND contype IN ('c', 'x') AND pg_get_constraintdef(oid) ~ '_at|_on|date|since' LOOP
         EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', k.conname); END LOOP; END $$`,
    );
    await app.database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  return ranged;
}

/** Everything that the API lists, and each thing by its id. */
async function lists(): Promise<string[]> {
  const { body } = (await request(app.server).get('/api/openapi.json').expect(200)) as {
    body: {
      paths: Record<string, { get?: { parameters?: { in: string; required?: boolean; name: string }[] } }>;
    };
  };
  const [ids] = await app.database.query<Record<string, string>>(
    `SELECT (SELECT id FROM visit WHERE state = 'confirmed' LIMIT 1) AS visits, (SELECT id FROM note LIMIT 1) AS notes,
       (SELECT id FROM follow_up LIMIT 1) AS "follow-ups", (SELECT id FROM mail LIMIT 1) AS mails`,
  );
  return Object.entries(body.paths).flatMap(([path, { get }]) => {
    if (!get || get.parameters?.some((given) => given.in === 'query' && given.required)) return [];
    const filled = path
      .replace(
        /^\/api\/(visits|notes|follow-ups|mails)\/\{id\}/,
        (_, kind: string) => `/api/${kind}/${ids?.[kind]}`,
      )
      .replace('{code}', 'rutan-banjarnegara');
    return filled.includes('{') || !filled.startsWith('/api/') ? [] : [filled];
  });
}

/** One row of each table, with its first instants and dates at `end`; later ones of the same row two hours later. */
async function plant(end: string): Promise<void> {
  for (const table of new Set(columns.map((column) => column.table))) {
    const ofTable = columns.filter((column) => column.table === table);
    const set = ofTable.map(({ column, type }) => {
      const time = column.includes('ends_at') ? '22:00' : '20:00';
      return `${column} = '${type === 'date' ? end : `${end} ${time}+00`}'`;
    });
    const planted = await app.database.query(
      `WITH planted AS (UPDATE ${table} SET ${set.join(', ')} WHERE ctid = (SELECT ctid FROM ${table}
       ${table === 'visit' ? 'ORDER BY state DESC' : ''} LIMIT 1) RETURNING 1)
       SELECT * FROM planted`,
    );
    expect([table, planted.length]).toEqual([table, 1]);
  }
}

describe.each(ENDS)('rows at %s', (end) => {
  let broken: Record<string, number>;
  beforeAll(() => plant(end));
  beforeEach(() => {
    broken = {};
  });

  test('break no page', async () => {
    const seen: string[] = [];
    for (const route of pageRoutes(app)) {
      const example = examples[route];
      if (example === undefined || typeof example === 'string') continue;
      for (const by of example.by ? ([example.by, 'host', 'regional'] as const) : [null]) {
        const asked = request(app.server).get(example.path).set('accept', 'text/html');
        const { status, text } = await (by ? asked.set(headers[by]) : asked);
        seen.push(route);
        if (status >= 500 || text.includes('tidak dapat ditampilkan')) broken[`${route} ${by}`] = status;
      }
    }
    expect(broken).toEqual({});
    expect(new Set(seen).size).toBeGreaterThan(50);
  }, 120_000);

  test('break no list and no thing of the API', async () => {
    const showing = new Set<string>();
    for (const path of apiPaths) {
      for (const by of ['guest', 'host', 'regional', 'administrator'] as const) {
        const { status, text = '' } = await request(app.server).get(path).set(headers[by]);
        if (text.includes(end)) showing.add(path);
        if (status >= 500) broken[`${path} ${by}`] = status;
      }
    }
    expect(broken).toEqual({});
    expect(apiPaths.length).toBeGreaterThan(35);
    expect(showing.size).toBeGreaterThan(4);
  }, 120_000);

  test('break no feed', async () => {
    for (const path of feeds) {
      const { status, text } = await request(app.server).get(path);
      if (status !== 200 || !text.endsWith('END:VCALENDAR\r\n')) broken[path] = status;
    }
    expect(broken).toEqual({});
  });

  test('break no job', async () => {
    for (const job of app.app.get(JobRegistry).all()) {
      if (job.cron && job.name !== 'backups.nightly') await job.handler.handle({});
    }
    const failures = await app.app.get(JobQueue).workAll();
    expect(failures.map(({ name, error }) => `${name}: ${error.message}`)).toEqual([]);
  });
});
