import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { talk, welcome } from './support/agendas.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { create, requested, step, type Header, type ShownVisit } from './support/visits.js';

const HARVEST = 'Bagaimana panen dicatat, ditimbang, dan dilaporkan?';
const PRESS = 'Siapa yang menulis berita?';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let visit: ShownVisit;
let harvest: string | undefined;
let press: string | undefined;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
  visit = await requested(app, guest, { learningQuestions: [HARVEST, PRESS] });
  [harvest, press] = visit.learningQuestionIds;
});
afterAll(() => app.close());

const at = (rest: string) => `/api/visits/${visit.id}${rest}`;
const page = async (rest: string, by: Header) =>
  (
    await request(app.server)
      .get(`/kunjungan/${visit.id}${rest}`)
      .set(by)
      .set('accept', 'text/html')
      .expect(200)
  ).text;
const questions = async (by: Header) =>
  (
    await api(app)
      .get('/api/visits/{id}/agenda/questions', { as: by, path: { id: visit.id } })
      .expect(200)
  ).body.items;

test('come with the request, each once and five at the most, and are changed while the visit may be', async () => {
  expect(visit.learningQuestions).toEqual([HARVEST, PRESS]);
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  await request(app.server)
    .patch(at(''))
    .set(guest)
    .send({ version: visit.version, learningQuestions: six })
    .expect(422);
  await request(app.server)
    .patch(at(''))
    .set(guest)
    .send({ version: visit.version, learningQuestions: [PRESS, PRESS] })
    .expect(422);
  const draft = await create(app, guest, { learningQuestions: [] });
  expect(draft.learningQuestions).toEqual([]);
  expect(await page('', host)).toContain(PRESS);
});

test('stand beside the agenda for the host, and hang on sessions', async () => {
  const accepted = await step(app, host, visit, 'accept');
  expect(accepted.state).toBe('confirmed');
  expect(await page('/acara', host)).toContain(HARVEST);
  await request(app.server)
    .put(at('/agenda'))
    .set(host)
    .send({ version: 0, items: [welcome, talk] })
    .expect(200);
  const { body } = await api(app)
    .get('/api/visits/{id}/agenda', { as: host, path: { id: visit.id } })
    .expect(200);
  const [, second] = body.items;
  await request(app.server)
    .post(`/kunjungan/${visit.id}/acara/pertanyaan`)
    .set(host)
    .type('form')
    .send({ question0: harvest, session0: second?.id, question1: press, session1: '' })
    .expect(303);
  expect(await questions(guest)).toEqual([
    { id: harvest, question: HARVEST, session: { id: second?.id, title: talk.title } },
    { id: press, question: PRESS, session: null },
  ]);
  const put = (by: Header, id: string | undefined, session: string | null) =>
    request(app.server)
      .put(at('/agenda/questions'))
      .set(by)
      .send({ items: [{ id, session }] });
  await put(kanwil, press, second?.id ?? '').expect(403);
  await put(host, visit.id, second?.id ?? '').expect(404);
  await put(host, 'Lain?', second?.id ?? '').expect(422);
  await put(host, press, visit.id).expect(422);
  // What nobody published yet is the two units' own.
  expect((await questions(kanwil)).map(({ session }) => session)).toEqual([null, null]);
  await request(app.server).post(at('/agenda/publish')).set(host).send({ version: 1 }).expect(200);
  expect(await page('/acara', kanwil)).toContain(`Pada sesi: ${talk.title}`);
});

test('are asked for by the summary, which tells the answers', async () => {
  app.clock.set(new Date('2025-10-30T06:00:00Z'));
  expect(await page('/ringkasan', guest)).toContain(`Jawaban: ${PRESS}`);
  await request(app.server)
    .post(`/kunjungan/${visit.id}/ringkasan`)
    .set(guest)
    .type('form')
    .send({
      version: '0',
      aksi: 'terbit',
      outcomes: '',
      decisions: '',
      notes: '',
      links: '',
      question0: harvest,
      answer0: 'Ditimbang setiap pagi.',
      question1: press,
      answer1: '',
    })
    .expect(303);
  const { body } = await api(app)
    .get('/api/visits/{id}/summary', { as: kanwil, path: { id: visit.id } })
    .expect(200);
  expect(body.published?.learning).toEqual([
    { id: harvest, question: HARVEST, session: talk.title, answer: 'Ditimbang setiap pagi.' },
    { id: press, question: PRESS, session: '', answer: '' },
  ]);
  await app.settle();
  const [mail] = await app.database.query<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE key LIKE 'summary:%' LIMIT 1`,
  );
  expect(mail?.text).toContain(`${HARVEST} (${talk.title}) – Ditimbang setiap pagi.`);
  expect(mail?.text).toContain(`${PRESS} – Belum dijawab.`);
  expect(await page('', kanwil)).toContain('Ditimbang setiap pagi.');
});

test('a summary that is written on without them leaves the answers', async () => {
  await request(app.server).put(at('/summary')).set(host).send({ version: 2, outcomes: 'Kebun' }).expect(200);
  const { body } = await api(app)
    .get('/api/visits/{id}/summary', { as: host, path: { id: visit.id } })
    .expect(200);
  expect(body.draft?.learning[0]?.answer).toBe('Ditimbang setiap pagi.');
});

test('are asked for while booking, a line each', async () => {
  const form = await request(app.server)
    .get('/kunjungan/baru?tuan=rutan-banjarnegara')
    .set(guest)
    .set('accept', 'text/html')
    .expect(200);
  expect(form.text).toMatch(/<textarea[^>]*name="learningQuestions"/);
});
