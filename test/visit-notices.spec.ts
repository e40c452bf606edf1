import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.settle();
  await app.database.query('DELETE FROM mail');
});

/** Recipient and kind of each notice, since the last call. */
async function told(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail
     WHERE key LIKE 'visit-notice:%' ORDER BY recipient_email, position`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

test('each step is told once to those it concerns, never to the one who took it', async () => {
  const times = { startsAt: '2025-10-31T09:00:00+07:00', endsAt: '2025-10-31T11:00:00+07:00' };
  let visit: ShownVisit = await requested(app, guest);
  expect(await told()).toEqual([
    'kanwil@jateng.test: Permintaan kunjungan',
    'kepala@tuan.test: Permintaan kunjungan',
    'petugas@tuan.test: Permintaan kunjungan',
  ]);
  visit = await step(app, host, visit, 'propose', times);
  expect(await told()).toEqual(['petugas@tamu.test: Usulan waktu lain']);
  visit = await step(app, guest, visit, 'accept');
  expect(await told()).toEqual([
    'kanwil@jateng.test: Kunjungan dikonfirmasi',
    'kepala@tuan.test: Kunjungan dikonfirmasi',
    'petugas@tuan.test: Kunjungan dikonfirmasi',
  ]);
  await api(app)
    .patch('/api/visits/{id}', {
      as: guest,
      path: { id: visit.id },
      body: { version: visit.version, purpose: 'Belajar' },
    })
    .expect(200);
  expect(await told()).toEqual([]);
});

test('a Kanwil that must approve is asked to, and a job that runs twice mails once', async () => {
  const office = `UPDATE regional_office SET approves_inside = $1 WHERE code = 'jawa-tengah'`;
  await app.database.query(office, [true]);
  const visit = await requested(app, guest);
  await app.settle();
  const mails = await app.database.query<{ email: string; text: string }>(
    `SELECT recipient_email AS email, body_text AS text FROM mail WHERE stream = $1`,
    [visit.id],
  );
  const asked = mails.filter(({ text }) => text.includes('persetujuan Kanwil Anda'));
  expect(asked.map(({ email }) => email)).toEqual(['kanwil@jateng.test']);
  await app.database.query(
    `INSERT INTO pgboss.job (name, data) SELECT name, data FROM pgboss.job WHERE name = 'visits.notify-units'`,
  );
  await app.settle();
  const again = await app.database.query('SELECT id FROM mail WHERE stream = $1', [visit.id]);
  expect(again).toHaveLength(mails.length);
  await app.database.query(office, [false]);
});

test('a unit without accounts is written to at its own address', async () => {
  await app.database.query(`UPDATE unit SET email = 'Surat@Banyumas.test' WHERE code = 'rutan-banyumas'`);
  await requested(app, guest, { hostUnit: 'rutan-banyumas' });
  expect(await told()).toContain('surat@banyumas.test: Permintaan kunjungan');
});
