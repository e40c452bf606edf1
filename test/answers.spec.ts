import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let visit: ShownVisit;
let path: string;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
  visit = await confirmed(app, guest, host, { participants: [sari] });
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE recipient_email = 'sari@contoh.test'`,
  );
  path = /http:\/\/sambang\.test(\/jawab\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
});
afterAll(() => app.close());

const open = () => request(app.server).get(path).set('accept', 'text/html');
const say = (answer: string) =>
  request(app.server).post(path).set('accept', 'text/html').type('form').send({ answer });
const shown = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;

test('nobody but the addressee learns the link', async () => {
  const list = await api(app)
    .get('/api/mails', { as: guest, query: { visit: visit.id } })
    .expect(200);
  const { items } = list.body;
  const invitation = items.find(({ subject }) => subject.startsWith('Undangan'));
  const mail = await api(app)
    .get('/api/mails/{id}', { as: guest, path: { id: invitation?.id } })
    .expect(200);
  expect(mail.text).toContain('/jawab/…');
  expect(mail.text).not.toContain(path);
});

test('opening the link changes nothing, also many times', async () => {
  for (let i = 0; i < 3; i++) {
    const { text } = await open().expect(200);
    expect(text).toContain('Anda belum menjawab undangan ini.');
    expect(text).toContain('Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
  }
  await request(app.server).head(path).expect(200);
  expect((await shown()).participants[0]?.answer).toBe('needs-action');
});

test('an answer is taken, and may be changed; the history says whose it was', async () => {
  const answered = await say('accepted').expect(303);
  expect(answered.headers['location']).toBe(path);
  expect((await open()).text).toContain('Anda menjawab akan hadir.');
  const { version } = await shown();
  await say('accepted').expect(303);
  expect((await shown()).version).toBe(version);
  await say('declined').expect(303);
  expect((await shown()).participants[0]?.answer).toBe('declined');
  const history = await api(app)
    .get('/api/visits/{id}/history', { as: host, path: { id: visit.id } })
    .expect(200);
  const { items } = history.body;
  expect(items.at(-1)).toMatchObject({ actor: 'Sari', action: 'answer' });
});

test('answers send no mail, unless one is missed at once', async () => {
  await app.settle();
  const count = () => app.database.query('SELECT count(*) FROM mail');
  const before = await count();
  await say('tentative').expect(303);
  await app.settle();
  expect(await count()).toEqual(before);
});

test('a substitute is proposed once to the officers of both units, who decide; who proposes does not come', async () => {
  const propose = (fields: Record<string, string>) =>
    request(app.server)
      .post(`${path}/pengganti`)
      .set('accept', 'text/html')
      .type('form')
      .send({ comment: '', ...fields });
  const refused = await propose({ name: 'Budi <b>', email: 'bukan alamat' }).expect(422);
  expect(refused.text).toContain('value="Budi &lt;b>"');
  expect((await shown()).participants[0]?.answer).toBe('tentative');
  const budi = { name: 'Budi', email: 'BUDI@contoh.test', comment: 'Saya cuti' };
  for (let i = 0; i < 2; i++) {
    const { headers } = await propose(budi).expect(303);
    expect((await request(app.server).get(headers['location'] as string)).text).toContain(
      'sudah kami sampaikan',
    );
  }
  await app.settle();
  const { participants } = await shown();
  expect(participants.map(({ email, answer }) => [email, answer])).toEqual([
    ['sari@contoh.test', 'declined'],
  ]);
  const told = await app.database.query<{ email: string; text: string }>(
    `SELECT recipient_email AS email, body_text AS text FROM mail WHERE subject LIKE '%pengganti%' ORDER BY 1`,
  );
  expect(new Set(told.map(({ email }) => email)).size).toBe(told.length);
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const { text } of told) expect(text).toContain('Pengganti: Budi, budi@contoh.test. Saya cuti');
  for (const name of ['Citra', 'Dewi']) {
    await propose({ name, email: `${name.toLowerCase()}@contoh.test` }).expect(303);
  }
  const often = await propose({ name: 'Eka', email: 'eka@contoh.test' }).expect(429);
  expect(often.text).toContain('Terlalu sering mengusulkan');
  expect(Number(often.headers['retry-after'])).toBeGreaterThan(0);
  await say('tentative').expect(303);
});

test('what is no answer, and an unknown link, change nothing', async () => {
  await say('mungkin-saja').expect(422);
  await request(app.server).post(path).set('accept', 'text/html').expect(422);
  await request(app.server)
    .get(`/jawab/${'a'.repeat(43)}`)
    .set('accept', 'text/html')
    .expect(404);
  await request(app.server)
    .post(`/jawab/${'a'.repeat(43)}`)
    .send({ answer: 'accepted' })
    .expect(404);
  expect((await shown()).participants[0]?.answer).toBe('tentative');
});

test('a visit that is over, or cancelled, says so and takes no answer', async () => {
  app.clock.set(new Date('2025-10-30T05:00:00Z'));
  await request(app.server)
    .post(`${path}/pengganti`)
    .set('accept', 'text/html')
    .send({ name: 'Budi', email: 'budi@contoh.test', comment: '' })
    .expect(409);
  const late = await say('accepted').expect(409);
  expect(late.text).toContain('sehingga jawaban tidak diperlukan lagi');
  expect(late.text).not.toContain('value="accepted"');
  app.clock.set(START);
  await step(app, guest, await shown(), 'cancel', { reason: 'x' });
  expect((await open().expect(200)).text).toContain('Kunjungan ini dibatalkan');
  await say('accepted').expect(409);
});
