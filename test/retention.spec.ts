import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { readEnvironment } from '../config/environment.js';
import { boundedElsewhere, keptForGood } from '../src/operations/domain/kept-tables.js';
import { oldBefore, retention, retentionSettings } from '../src/operations/domain/retention.js';
import { DropOldData } from '../src/operations/use-cases/drop-old-data.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';

const NOW = new Date('2028-03-31T03:00:00Z');

let app: TestApp;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@contoh.test', role: 'administrator' });
  app.clock.set(NOW);
  administrator = await signedIn(app, { email: 'admin2@contoh.test', role: 'administrator' });
});
afterAll(() => app.close());

const drop = (kind: keyof typeof retention) => app.app.get(DropOldData).one(kind);

const addMail = async (key: string, createdAt: string, state = 'sent'): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>(
    `INSERT INTO mail (id, key, recipient_name, recipient_email, subject, body_text, body_html, calendar_method,
       calendar_content, message_id, state, last_error, next_try_at, created_at, sent_at)
     VALUES (gen_random_uuid(), $1, 'Sari', 'sari@contoh.test', 'Perihal', 'isi teks', '<p>isi</p>', 'REQUEST', 'BEGIN',
       $1 || '@contoh.test', $3, 'x', $2, $2, CASE WHEN $3 = 'sent' THEN $2::timestamptz END) RETURNING id`,
    [key, createdAt, state],
  );
  await app.database.query(
    `INSERT INTO mail_attachment (mail_id, position, filename, content_type, content) VALUES ($1, 0, 'a', 'b', 'c')`,
    [row?.id],
  );
  return row?.id ?? '';
};

const addReceived = async (digest: string, receivedAt: string): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>(
    `INSERT INTO received_mail (id, digest, sender, subject, source, outcome, received_at)
     VALUES (gen_random_uuid(), $1, 'x@contoh.test', 'Balasan', 'isi', 'words', $2) RETURNING id`,
    [digest, receivedAt],
  );
  return row?.id ?? '';
};

test('every table is dropped by age, bounded by something else, or kept for good with a reason', async () => {
  const tables = await app.database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const byAge = new Set<string>(Object.values(retention).map(({ table }) => table));
  // Its rows are a part of what another kind drops.
  byAge.add('import_row');
  // Of these only some rows lose something.
  for (const kept of ['visit_entry', 'visit_file']) byAge.delete(kept);
  const declared = [...byAge, ...Object.keys(boundedElsewhere), ...Object.values(keptForGood).flat()];
  expect(declared.toSorted()).toEqual(tables.map(({ name }) => name));
  for (const reason of [...Object.values(boundedElsewhere), ...Object.keys(keptForGood)])
    expect(reason.length).toBeGreaterThan(10);
});

test('something is old some months after the first of its month', () => {
  const more = { KEEP_LOOKS: 60, KEEP_UNCLEARED: 12, KEEP_SIGNED_COPIES: 0 };
  const settings = { KEEP_MAIL_BODIES: 25, KEEP_RECEIVED_MAILS: 0, KEEP_ENDED: 36, ...more };
  expect(oldBefore('mail-bodies', settings, NOW)).toEqual(new Date('2026-02-01T03:00:00Z'));
  expect(oldBefore('received-mails', settings, NOW)).toBeNull();
  expect(oldBefore('api-tokens', settings, NOW)).toEqual(new Date('2025-03-01T03:00:00Z'));
});

describe('A mail of long ago', () => {
  let [old, young, waiting] = ['', '', ''];

  beforeAll(async () => {
    old = await addMail('old', '2026-02-15T03:00:00Z');
    young = await addMail('young', '2026-03-15T03:00:00Z');
    waiting = await addMail('waiting', '2026-02-15T03:00:00Z', 'queued');
    await drop('mail-bodies');
  });

  const rowOf = async (id: string) =>
    (
      await app.database.query<Record<string, unknown>>(
        `SELECT key, state, recipient_email AS email, subject, sent_at IS NOT NULL AS "wasSent", body_text AS text,
           body_html AS html, calendar_content AS calendar,
           (SELECT count(*)::int FROM mail_attachment a WHERE a.mail_id = mail.id) AS files FROM mail WHERE id = $1`,
        [id],
      )
    )[0];

  test('keeps key, state, addressee and times, and loses its text, calendar and files', async () => {
    expect(await rowOf(old)).toEqual({
      ...{ key: 'old', state: 'sent', email: 'sari@contoh.test', subject: 'Perihal', wasSent: true },
      ...{ text: '', html: '', calendar: null, files: 0 },
    });
  });

  test('is not one that is younger, or that waits', async () => {
    expect(await rowOf(young)).toMatchObject({ text: 'isi teks', calendar: 'BEGIN', files: 1 });
    expect(await rowOf(waiting)).toMatchObject({ text: 'isi teks', calendar: 'BEGIN', files: 1 });
  });

  test('says on its page that its text was dropped, and when', async () => {
    const page = async (id: string) =>
      (
        await request(app.server)
          .get(`/surat/${id}`)
          .set(administrator)
          .set('accept', 'text/html')
          .expect(200)
      ).text;
    expect(await page(old)).toContain('Isi surat ini sudah dihapus setelah 25 bulan.');
    expect(await page(young)).not.toContain('sudah dihapus');
    await request(app.server).get(`/surat/${old}/html`).set(administrator).expect(404);
  });
});

test('a mail that came long ago loses its source, and its line says so', async () => {
  const old = await addReceived('a', '2026-02-15T03:00:00Z');
  const young = await addReceived('b', '2026-03-15T03:00:00Z');
  await drop('received-mails');
  const { text } = await request(app.server)
    .get('/surat/masuk')
    .set(administrator)
    .set('accept', 'text/html')
    .expect(200);
  expect(text).toContain('Isi surat ini sudah dihapus setelah 24 bulan.');
  expect(text).toContain(`/api/received-mails/${young}`);
  expect(text).not.toContain(`/api/received-mails/${old}`);
  await request(app.server).get(`/api/received-mails/${old}`).set(administrator).expect(404);
  await request(app.server).get(`/api/received-mails/${young}`).set(administrator).expect(200);
});

test('what ended long ago is dropped, and what did not is kept', async () => {
  const token = (hash: string, expiresAt: string) =>
    app.database.query(
      `INSERT INTO api_token (id, person_id, name, token_hash, created_at, expires_at)
       SELECT gen_random_uuid(), id, 'x', $1, $2::timestamptz - interval '1 day', $2 FROM person LIMIT 1`,
      [hash, expiresAt],
    );
  await token('old', '2025-02-15T00:00:00Z');
  await token('young', '2025-04-15T00:00:00Z');
  await app.database.query(
    `INSERT INTO backup_run (id, folder, nightly, started_at, ended_at, bytes, fault, removed_at) VALUES
       (gen_random_uuid(), 'there', true, '2025-01-01', '2025-01-02', 9, NULL, NULL),
       (gen_random_uuid(), 'removed', true, '2025-01-01', '2025-01-02', 9, NULL, '2025-01-20'),
       (gen_random_uuid(), 'failed', true, '2025-01-01', '2025-01-02', NULL, 'x', NULL)`,
  );
  await app.database.query(
    `INSERT INTO import (id, kind, file_name, state, created_by, created_at, finished_at)
     SELECT gen_random_uuid(), 'people', f, 'done', p.id, '2025-01-01', '2025-01-01'
     FROM (SELECT id FROM person LIMIT 1) p, unnest(ARRAY['a', 'b']) f`,
  );
  for (const kind of Object.keys(retention) as (keyof typeof retention)[]) await drop(kind);
  const left = (sql: string) => app.database.query<{ name: string }>(sql);
  expect(await left('SELECT token_hash AS name FROM api_token')).toEqual([{ name: 'young' }]);
  expect(await left('SELECT folder AS name FROM backup_run')).toEqual([{ name: 'there' }]);
  expect(await left('SELECT file_name AS name FROM import')).toEqual([]);
});

test('each period is a setting that is read', () => {
  const given = Object.fromEntries(retentionSettings.map((name, index) => [name, String(40 + index)]));
  expect(readEnvironment(given)).toMatchObject(
    Object.fromEntries(retentionSettings.map((name, index) => [name, 40 + index])),
  );
});

test('who looked at what, and what nobody cleared, is dropped when it is old, and the page says how much', async () => {
  const rows = await app.database.query<{ id: string }>('SELECT id FROM person LIMIT 1');
  await app.database.query(
    `INSERT INTO export_record (id, taken_at, taken_by, route, file_name)
     SELECT gen_random_uuid(), t, $1, 'GET /kunjungan/unduh', 'x.csv'
     FROM unnest(ARRAY['2022-12-31T00:00:00Z', '2026-01-01T00:00:00Z']::timestamptz[]) t`,
    [rows[0]?.id],
  );
  await drop('export-records');
  const left = await app.database.query<object>(
    `SELECT taken_at FROM export_record WHERE file_name = 'x.csv'`,
  );
  expect(left).toHaveLength(1);
  const { text } = await request(app.server)
    .get('/pengelolaan/masa-simpan')
    .set(administrator)
    .set('accept', 'text/html')
    .expect(200);
  expect(text).toContain('Setelah 60 bulan');
  expect(text).toContain('1 dihapus, 1 seluruhnya');
  expect(text).toContain('Disimpan selamanya');
});
