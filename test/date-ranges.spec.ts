import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { emails, pageExamples, type PageExamples, type PageRole } from './support/page-examples.js';
import { PASSWORD } from './support/people.js';
import { create, requested, visitBody, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

/** Dates and instants that our clock sets, or that triggers copy from a column with a range. */
const setByUs = new Set([
  'visit_reader.starts_at',
  'follow_up_reader.due_on',
  ...['mail.body_dropped_at', 'note_search.fresh_at'],
  ...['person.erased_at', 'export_record.taken_at', 'retention_run.ran_at', 'erasure.done_at'],
  'answer_news.came_at',
  'sent_form.begun_at',
  ...['press_revision.written_at', 'press_text.readied_at', 'press_point.said_at', 'press_quote.said_at'],
  ...['countable_result.written_at', 'umkm_product.written_at'],
  ...['nip_look.looked_at', 'letter.sent_at', 'letter.written_at'],
  ...['certificate.issued_at', 'certificate.withdrawn_at'],
  ...['letter_template.uploaded_at', 'bundle.asked_at', 'bundle.finished_at'],
  'setup_dismissal.dismissed_at',
  'stored_file.damaged_at',
  'known_sender.said_at',
  'merged_organisation.merged_at',
  'follow_up.done_at',
  'host_time.expires_at',
  'mail_outage.since',
  'visit.disputed_at',
  'visit.answer_entered_at',
  'visit_participant.attendance_late_at',
  ...['check_in_paper.closed_at', 'walk_in_contact.came_at', 'attendance_signature.signed_at'],
  'participant_reach.reached_at',
  ...['mail_check.since', 'mail_check.good_at', 'mailbox_position.looked_at'],
  'mail_lease.ends_at',
  'mail_domain_second.second',
  'monthly_report.since',
  'program.retired_on',
  ...['unit_change.decided_at', 'unit_change.done_at'],
  'sinergi_sum.day',
  ...['sinergi_delta', 'sinergi_fact', 'sinergi_figure'].flatMap((table) =>
    ['due_on', 'ends_at', 'month'].map((column) => `${table}.${column}`),
  ),
]);
/** Names of columns that say when something was done or is to be done by the system. */
const BY_CLOCK =
  /\.(?:at|\w*(?:created|changed|submitted|tried|requeued|next_probe|published|told|asked|reminded|given|noticed|sent|added|archived|answered|opened|cleared|used|suspended|received|confirmed|removed|approved|attendance|revoked|expires|next_try|proposed|attempted|claimed|lease|failed|checked|redacted|since|until|probed|down|finished|started|seen|refused|ended)_(?:at|until|on|since))$/;

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
    const answer = await api(app)
      .post('/api/visits', { as: headers.guest, body: { ...visitBody, startsAt, endsAt } })
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
      api(app).post('/api/visits/{id}/{step}', {
        as: headers.host,
        path: { id: visit.id, step: 'propose' },
        body: { version: visit.version, startsAt, endsAt },
      });
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
    const answer = await api(app)
      .post('/api/visits', { as: headers.guest, body: { ...visitBody, ...times } })
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
      'visit_participant.heard_at',
    ]),
  );
});

const idOf = (route: string): string => {
  const example = examples[route];
  return typeof example === 'object' ? (example.path.split('/')[2] ?? '') : '';
};
