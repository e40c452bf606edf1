import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { emails, file, pageExamples, type PageExamples, type PageRole } from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import { create, requested, step, visitBody, type Header, type ShownVisit } from './support/visits.js';

/** Dates and instants that our clock sets, or that triggers copy from a column with a range. */
const setByUs = new Set([
  'follow_up.done_at',
  'host_time.expires_at',
  'monthly_report.since',
  'program.retired_on',
  'unit_former_name.used_until',
  ...['sinergi_delta', 'sinergi_fact', 'sinergi_figure'].flatMap((table) =>
    ['due_on', 'ends_at', 'month'].map((column) => `${table}.${column}`),
  ),
]);
/** Names of columns that say when something was done or is to be done by the system. */
const BY_CLOCK =
  /\.(?:at|\w*(?:created|changed|published|told|asked|reminded|given|noticed|sent|added|archived|answered|opened|cleared|used|suspended|received|confirmed|removed|approved|attendance|revoked|expires|next_try|proposed|attempted|claimed|lease|failed|checked|redacted|since|until|probed|down|finished|started|seen|ended)_(?:at|until|on|since))$/;

let app: TestApp;
let examples: PageExamples;
let headers: Record<PageRole, Header>;

beforeAll(async () => {
  app = await startApp();
  examples = await pageExamples(app);
  headers = Object.fromEntries(
    await Promise.all(
      (Object.keys(emails) as PageRole[]).map(async (role) => [
        role,
        await app.signIn(emails[role], PASSWORD),
      ]),
    ),
  ) as Record<PageRole, Header>;
});
afterAll(() => app.close());

const faultsOf = (answer: { body: unknown }) =>
  ((answer.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);

describe('What is typed', () => {
  test.each([
    ['0000-06-01T09:00:00+07:00', '0000-06-01T11:00:00+07:00'],
    ['1999-12-31T09:00:00+07:00', '1999-12-31T11:00:00+07:00'],
    ['2101-01-01T09:00:00+07:00', '2101-01-01T11:00:00+07:00'],
    ['9999-12-31T23:00:00-23:00', '9999-12-31T23:30:00-23:00'],
  ])('a draft from %s is refused at its fields', async (startsAt, endsAt) => {
    const answer = await request(app.server)
      .post('/api/visits')
      .set(headers.guest)
      .send({ ...visitBody, startsAt, endsAt })
      .expect(422);
    expect(faultsOf(answer)).toEqual(['startsAt', 'endsAt']);
    expect(answer.text).toContain('tahunnya harus antara 2000 dan 2100');
  });

  test('a time that the host offers is held to the range, to two weeks, and to a year beyond its notice', async () => {
    const visit = await requested(app, headers.guest, {
      startsAt: '2025-11-12T09:00:00+07:00',
      endsAt: '2025-11-12T11:00:00+07:00',
    });
    const offer = (startsAt: string, endsAt: string) =>
      request(app.server)
        .post(`/api/visits/${visit.id}/propose`)
        .set(headers.host)
        .send({ version: visit.version, startsAt, endsAt });
    const far = await offer('9999-12-31T23:00:00-23:00', '9999-12-31T23:30:00-23:00').expect(422);
    expect(faultsOf(far)).toEqual(['startsAt', 'endsAt']);
    const long = await offer('2025-11-13T09:00:00+07:00', '2025-11-27T09:00:01+07:00').expect(422);
    expect(long.body).toMatchObject({ code: 'visit-too-long' });
    const late = await offer('2027-12-01T09:00:00+07:00', '2027-12-01T11:00:00+07:00').expect(422);
    expect(late.body).toMatchObject({ code: 'time-too-far' });
    expect(faultsOf(late)).toEqual(['startsAt']);
    await offer('2026-12-01T09:00:00+07:00', '2026-12-01T11:00:00+07:00').expect(200);
  });

  test('a visit of more than two weeks is refused in a draft and in the database', async () => {
    const times = { startsAt: '2025-11-03T09:00:00+07:00', endsAt: '2025-12-03T09:00:00+07:00' };
    const answer = await request(app.server)
      .post('/api/visits')
      .set(headers.guest)
      .send({ ...visitBody, ...times })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'visit-too-long' });
    expect(faultsOf(answer)).toEqual(['endsAt']);
    const draft = await create(app, headers.guest);
    await expect(
      app.database.query("UPDATE visit SET ends_at = starts_at + interval '15 days' WHERE id = $1", [
        draft.id,
      ]),
    ).rejects.toMatchObject({ driverError: { constraint: 'visit_length_check' } });
  });

  test.each([
    ['post', '/api/follow-ups', 'dueOn', { what: 'x', unit: 'bapas-purwokerto', person: 'y' }],
    ['get', '/api/visits?from=1999-01-01', 'from', undefined],
    ['get', '/api/visits?to=9999-12-31T00:00:00Z', 'to', undefined],
    ['get', '/api/holidays?year=9999', 'year', undefined],
  ] as const)('%s %s is refused at %s', async (method, path, field, body) => {
    const sent = body && { ...body, visit: idOf('/kunjungan/:id/acara'), [field]: '9999-12-31' };
    const answer = await request(app.server)[method](path).set(headers.guest).send(sent).expect(422);
    expect(faultsOf(answer)).toContain(field);
  });

  test('a pasted holiday and a closed day are named with their lines', async () => {
    const pasted = await request(app.server)
      .post('/pengelolaan/libur')
      .set(headers.administrator)
      .type('form')
      .send({
        daftar: '9999-01-01 Tahun Baru',
        list: '9999-01-01 Tahun Baru',
        text: '9999-01-01 Tahun Baru',
      });
    expect(pasted.status).toBe(422);
    const [row] = await app.database.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM holiday WHERE date > '2100-12-31'",
    );
    expect(row?.count).toBe(0);
  });
});

test('every date and instant of the schema has a range, or is set by us', async () => {
  const columns = await app.database.query<{ name: string; isBounded: boolean }>(
    `SELECT c.relname || '.' || a.attname AS name, EXISTS (
       SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
         AND k.convalidated AND pg_get_constraintdef(k.oid) ~ '2000-01-01') AS "isBounded"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
     WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
       AND a.atttypid IN ('date'::regtype, 'timestamptz'::regtype, 'timestamp'::regtype)
     ORDER BY 1`,
  );
  const typed = columns.filter(({ name }) => !setByUs.has(name) && !BY_CLOCK.test(name));
  expect(typed.filter(({ isBounded }) => !isBounded)).toEqual([]);
  expect(typed.length).toBeGreaterThanOrEqual(18);
  expect(columns.filter(({ isBounded }) => isBounded).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'visit.proposed_starts_at',
      'visit_entry.entered_at',
      'calendar_reply.stamped_at',
    ]),
  );
});

const idOf = (route: string): string => {
  const example = examples[route];
  return typeof example === 'object' ? (example.path.split('/')[2] ?? '') : '';
};

describe('A row that is there all the same', () => {
  const times: [string, string][] = [
    ['9999-12-31 23:00-23', '9999-12-31 23:30-23'],
    ['9000-01-01 09:00+07', 'infinity'],
    ['0001-06-01 09:00+07 BC', '0001-06-01 11:00+07 BC'],
    ['-infinity', '0500-01-01 11:00+07'],
    ['2025-11-01 09:00+07', '9999-01-01 11:00+07'],
  ];
  const planted: ShownVisit[] = [];

  beforeAll(async () => {
    const checks = await app.database.query<{ table: string; name: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
       WHERE conname ~ '_range_check$|^visit_length_check$'`,
    );
    for (const { table, name } of checks)
      await app.database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const [startsAt, endsAt] of times) {
      for (const state of ['requested', 'counter-proposed', 'confirmed', 'held']) {
        const visit = await requested(app, headers.guest, {
          startsAt: '2025-11-19T09:00:00+07:00',
          endsAt: '2025-11-19T11:00:00+07:00',
        });
        await app.database.query(
          `UPDATE visit SET state = $2, starts_at = $3::timestamptz, ends_at = $4::timestamptz,
             proposed_starts_at = $5::timestamptz, proposed_ends_at = $6::timestamptz, proposed_by = $7,
             proposed_at = $8, request_letter_date = 'infinity' WHERE id = $1`,
          [
            visit.id,
            state,
            startsAt,
            endsAt,
            ...(state === 'counter-proposed'
              ? [startsAt, endsAt, 'host', app.clock.now()]
              : [null, null, null, null]),
          ],
        );
        planted.push(visit);
      }
    }
    const promise = idOf('/tindak-lanjut/:id');
    await app.database.query("UPDATE follow_up SET due_on = 'infinity' WHERE id = $1", [promise]);
    await app.database.query(
      "INSERT INTO closed_day (unit, date, reason) VALUES ('rutan-banjarnegara', 'infinity', 'x'), ('rutan-banjarnegara', '0044-03-15 BC', 'y')",
    );
    await app.database.query(
      "INSERT INTO holiday (date, name, kind) VALUES ('9999-01-01', 'x', 'public-holiday'), ('-infinity', 'y', 'public-holiday')",
    );
  }, 120_000);

  test('breaks no page', async () => {
    const failures: string[] = [];
    const paths = Object.values(examples).flatMap((example) => (example === file ? [] : [example]));
    const own = planted.flatMap(({ id }) =>
      ['', '/ubah', '/peserta', '/acara', '/acara/cetak', '/ringkasan', '/hari-ini'].map((rest) => ({
        by: 'guest' as const,
        path: `/kunjungan/${id}${rest}`,
      })),
    );
    for (const { by, path } of [...paths, ...own]) {
      for (const role of by === null ? [null] : [by, 'host' as const, 'regional' as const]) {
        const answer = await request(app.server)
          .get(path)
          .set(role ? headers[role] : {})
          .set('accept', 'text/html');
        if (answer.status >= 500) failures.push(`${role} ${path}: ${answer.status}`);
        if (answer.text.includes('section-fault')) failures.push(`${role} ${path}: a section`);
      }
    }
    expect(failures).toEqual([]);
  }, 300_000);

  test('breaks no list and no paging, and stands in it once', async () => {
    for (const role of ['guest', 'host', 'regional', 'administrator'] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const answer: { body: unknown } = await request(app.server)
          .get('/api/visits')
          .query({ limit: 3, ...(cursor ? { cursor } : {}) })
          .set(headers[role])
          .expect(200);
        const { items, nextCursor } = answer.body as { items: ShownVisit[]; nextCursor: string | null };
        seen.push(...items.map(({ id }) => id));
        cursor = nextCursor;
      } while (cursor !== null && seen.length < 500);
      expect(seen).toHaveLength(new Set(seen).size);
      if (role === 'guest') expect(seen).toEqual(expect.arrayContaining(planted.map(({ id }) => id)));
    }
    for (const path of [
      '/api/follow-ups?limit=1',
      '/api/units?limit=5',
      '/api/holidays',
      '/api/visits?limit=200',
    ]) {
      await request(app.server).get(path).set(headers.guest).expect(200);
    }
    for (const { id } of planted) {
      for (const rest of ['', '/history', '/agenda', '/participants']) {
        const { status } = await request(app.server).get(`/api/visits/${id}${rest}`).set(headers.guest);
        expect([rest, status < 500]).toEqual([rest, true]);
      }
    }
  }, 120_000);

  test('breaks no feed', async () => {
    for (const scope of ['me', 'unit']) {
      const made = await request(app.server)
        .post('/api/feeds')
        .set(headers.guest)
        .send({ scope })
        .expect(201);
      const { url } = made.body as { url: string };
      await request(app.server).get(new URL(url).pathname).expect(200);
    }
  });

  test('breaks no job', async () => {
    for (const days of [0, 1, 9, 40]) {
      app.clock.advance(days * 86_400_000);
      await app.settle();
    }
  }, 120_000);

  test('can be withdrawn', async () => {
    const visit = planted[0];
    const answer = await request(app.server).get(`/api/visits/${visit?.id}`).set(headers.guest).expect(200);
    const { state } = answer.body as ShownVisit;
    if (state === 'requested') await step(app, headers.guest, answer.body as ShownVisit, 'withdraw');
  });
});
