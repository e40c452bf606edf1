import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { askToLearn } from './support/learning.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';

const QUESTION = 'Bagaimana panen dicatat?';
/** The visit ends on Thursday 30 October 2025 at 05:00Z; each time is a working morning in Purwokerto. */
const days = {
  1: '2025-10-31T03:00:00Z',
  30: '2025-12-01T03:00:00Z',
  60: '2025-12-30T03:00:00Z',
  90: '2026-01-28T06:00:00Z',
  200: '2026-05-18T03:00:00Z',
} as const;

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let visit: ShownVisit;
let head: Header;

const asked = () =>
  app.database.query<{ email: string; html: string; text: string }>(
    `SELECT recipient_email AS email, body_html AS html, body_text AS text FROM mail WHERE key LIKE 'learning:%' ORDER BY created_at, key`,
  );
const go = async (day: keyof typeof days) => {
  app.clock.set(new Date(days[day]));
  ({ guest, host, kanwil } = {
    guest: await app.signIn('petugas@tamu.test', PASSWORD),
    host: await app.signIn('petugas@tuan.test', PASSWORD),
    kanwil: await app.signIn('kanwil@jateng.test', PASSWORD),
  });
  await app.settle();
};
const PASSWORD = 'kata-sandi-uji-coba';
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="[^"]*(\/belajar\/[^"]+)"/g)].map(([, path]) =>
    (path ?? '').replaceAll('&amp;', '&'),
  );
const open = (path: string) => request(app.server).get(path).set('accept', 'text/html');
const send = (path: string, fields: object) =>
  request(app.server).post(path.replace(/\?.*/, '')).type('form').send(fields);
const answers = async (by: Header) =>
  (
    await api(app)
      .get('/api/visits/{id}/learning-checks', { as: by, path: { id: visit.id } })
      .expect(200)
  ).body.items;
const figures = async () =>
  (
    await api(app)
      .get('/api/sinergi/figures', { as: kanwil, query: { from: '2025-10', to: '2025-10' } })
      .expect(200)
  ).body.learning;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
  const participants = [
    { name: 'Anggota', email: 'anggota@tamu.test', side: 'guest', role: 'member' },
    { name: 'Hendra', email: 'hendra@tamu.test', side: 'guest', role: 'leader' },
  ];
  visit = await confirmed(app, guest, host, { participants, learningQuestions: [QUESTION] });
  app.clock.set(new Date('2025-10-30T06:00:00Z'));
  const { body } = await api(app)
    .get('/api/visits/{id}', { as: host, path: { id: visit.id } })
    .expect(200);
  await step(app, host, body, 'complete');
});
afterAll(() => app.close());

test('nobody is asked on the next day', async () => {
  await go(1);
  expect(await asked()).toEqual([]);
  expect(await figures()).toMatchObject({ asked: { count: 1 }, applied: { count: 0 }, begun: { count: 0 } });
});

test('after thirty days the leader of the guest is asked once, and opening a link changes nothing', async () => {
  await go(30);
  await app.settle();
  const mails = await asked();
  expect(mails.map(({ email }) => email)).toEqual(['hendra@tamu.test']);
  expect(mails[0]?.text).toContain(QUESTION);
  const [applied = '', begun = ''] = linksIn(mails[0]?.html ?? '');
  expect(applied).toMatch(/\?jawab=applied$/);
  const page = await open(applied).expect(200);
  expect(page.text).toMatch(/value="applied"[^>]*checked|checked[^>]*value="applied"/);
  expect(page.text.match(/type="submit"/g)).toHaveLength(1);
  expect((await answers(guest)).map(({ answer }) => answer)).toEqual([null]);

  await send(begun, { answer: 'mungkin' }).expect(422);
  await send(begun, { answer: 'begun', words: 'Satu bedeng.' }).expect(303);
  expect(await answers(kanwil)).toEqual([
    expect.objectContaining({ day: 30, name: 'Hendra', answer: 'begun', words: 'Satu bedeng.' }),
  ]);
  expect(await figures()).toMatchObject({ asked: { count: 1 }, applied: { count: 0 }, begun: { count: 1 } });
});

test('of the secret of the link only a hash is stored', async () => {
  const [mail] = await asked();
  const secret = linksIn(mail?.html ?? '')[0]?.replace(/^\/belajar\/|\?.*$/g, '');
  const rows = await app.database.query<{ token: string }>('SELECT token_hash AS token FROM learning_check');
  expect(rows.map(({ token }) => token)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(rows[0]?.token).not.toBe(secret);
  await open('/belajar/tidak-ada').expect(404);
  await send('/belajar/tidak-ada', { answer: 'begun' }).expect(404);
});

test('after sixty and ninety days it is asked again, and the newest answer counts', async () => {
  await go(60);
  const first = linksIn((await asked())[0]?.html ?? '')[0] ?? '';
  expect(await asked()).toHaveLength(2);
  await go(90);
  const mails = await asked();
  expect(mails).toHaveLength(3);
  await open(first).expect(410);
  await send(first, { answer: 'dropped' }).expect(410);
  const [last = ''] = linksIn(mails[2]?.html ?? '');
  await send(last, { answer: 'applied', words: '' }).expect(303);
  expect((await answers(host)).map(({ day, answer }) => [day, answer])).toEqual([
    [30, 'begun'],
    [60, null],
    [90, 'applied'],
  ]);
  expect(await figures()).toMatchObject({ asked: { count: 1 }, applied: { count: 1 }, begun: { count: 0 } });
  const { body } = await api(app)
    .get('/api/sinergi/visits', {
      as: kanwil,
      query: { from: '2025-10', to: '2025-10', learning: 'applied' },
    })
    .expect(200);
  expect(body.items.map(({ id }) => id)).toEqual([visit.id]);
  const own = await open(`/kunjungan/${visit.id}`).set(guest).expect(200);
  expect(own.text).toContain('Sesudah 90 hari: Sudah diterapkan');
  expect(own.text).toContain('Sesudah 60 hari: belum dijawab');
});

test('then nobody is asked any more', async () => {
  await go(200);
  expect(await asked()).toHaveLength(3);
});

test('a visit without questions is not asked about', async () => {
  await app.database.query(`DELETE FROM learning_check`);
  await app.database.query('DELETE FROM learning_question');
  await go(30);
  expect(await app.database.query('SELECT 1 FROM learning_check')).toEqual([]);
  expect((await figures()).asked.count).toBe(0);
});

describe('Whoever does not want to be asked', () => {
  const unit = { code: 'bapas-purwokerto' };
  const daysAsked = async () =>
    (await app.database.query<{ day: number }>('SELECT day FROM learning_check ORDER BY day')).map(
      ({ day }) => day,
    );
  const put = (by: Header, learningDays?: (30 | 60 | 90)[]) =>
    api(app).put('/api/units/{code}/reminders', {
      as: by,
      path: unit,
      body: { daysBefore: [3], eveningBefore: false, ...(learningDays && { learningDays }) },
    });
  const startAnew = async () => {
    await app.database.query(`DELETE FROM learning_check`);
    await app.database.query(`DELETE FROM mail WHERE key LIKE 'learning:%'`);
    await askToLearn(app, QUESTION);
  };

  test('says so for its unit, day by day, as of other reminders', async () => {
    await startAnew();
    head = await app.signIn('kepala@tamu.test', PASSWORD);
    await put(guest, []).expect(403);
    await put(head, [45 as 30]).expect(422);
    await put(head, [60, 60]).expect(422);
    expect((await put(head, [90, 60]).expect(200)).body.learningDays).toEqual([60, 90]);
    // Whoever sets the other reminders without these leaves them.
    expect((await put(head).expect(200)).body.learningDays).toEqual([60, 90]);
    await go(30);
    expect(await daysAsked()).toEqual([]);
    await go(60);
    expect(await daysAsked()).toEqual([60]);
    head = await app.signIn('kepala@tamu.test', PASSWORD);
    await put(head, []).expect(200);
    await go(90);
    expect(await daysAsked()).toEqual([60]);
  });

  test('says so by the link of a mail, which is that of other reminders', async () => {
    await startAnew();
    await app.database.query('DELETE FROM reminder_setting');
    await app.database.query(
      `INSERT INTO mail_refusal (token, kind, email, refused_at) VALUES ($1, 'reminder', 'hendra@tamu.test', now())
       ON CONFLICT (kind, email) DO UPDATE SET refused_at = now()`,
      ['a'.repeat(43)],
    );
    await go(30);
    const sent = await app.database.query<{ state: string; bulk: string }>(
      `SELECT state, bulk FROM mail WHERE key LIKE 'learning:%'`,
    );
    expect(sent).toEqual([{ state: 'suppressed', bulk: 'reminder' }]);
  });
});
