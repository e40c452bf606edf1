import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { talk, welcome } from './support/agendas.js';
import { api } from './support/api-client.js';
import { START, startApp, type TestApp } from './support/app.js';
import { formsOf } from './support/page-forms.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, type Header, type ShownVisit } from './support/visits.js';

const [HARVEST, PRESS, FEED] = ['Bagaimana panen dicatat?', 'Siapa menulis berita?', 'Pakan apa dipakai?'];

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.database.query('DELETE FROM visit');
});

const current = async ({ id }: { id: string }, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const patch = async ({ id }: { id: string }, change: object) => {
  const { version } = await current({ id });
  return api(app).patch('/api/visits/{id}', { as: people.guest, path: { id }, body: { version, ...change } });
};
const historyOf = async ({ id }: { id: string }) =>
  (await api(app).get('/api/visits/{id}/history', { as: people.guest, path: { id } }).expect(200)).body.items;
const lastChanges = async (visit: { id: string }) =>
  (await historyOf(visit))
    .at(-1)
    ?.changes.map(({ field, about, before, after }) => [field, about, before, after]);
const placed = async ({ id }: { id: string }) =>
  (
    await api(app).get('/api/visits/{id}/agenda/questions', { as: people.host, path: { id } }).expect(200)
  ).body.items.map(({ question, session }) => [question, session?.title ?? null]);
const answered = async ({ id }: { id: string }) =>
  (
    await api(app).get('/api/visits/{id}/summary', { as: people.guest, path: { id } }).expect(200)
  ).body.draft?.learning.map(({ question, answer }) => [question, answer]);

/** A visit of which each question has a session, and is answered with its own first word. */
async function asked(learningQuestions: string[] = [HARVEST, PRESS, FEED]): Promise<ShownVisit> {
  const visit = await confirmed(app, people.guest, people.host, { learningQuestions });
  const path = { id: visit.id };
  const agenda = { version: 0, items: [welcome, talk] };
  await api(app).put('/api/visits/{id}/agenda', { as: people.host, path, body: agenda }).expect(200);
  const { items } = (await api(app).get('/api/visits/{id}/agenda', { as: people.host, path }).expect(200))
    .body;
  const session = items[1]?.id ?? '';
  const ids = visit.learningQuestionIds;
  await api(app)
    .put('/api/visits/{id}/agenda/questions', {
      as: people.host,
      path,
      body: { items: ids.map((id) => ({ id, session })) },
    })
    .expect(200);
  app.clock.set(new Date('2025-10-30T06:00:00Z'));
  const answers = ids.map((id, at) => ({ id, answer: learningQuestions[at]?.split(' ')[0] ?? '' }));
  await api(app)
    .put('/api/visits/{id}/summary', { as: people.guest, path, body: { version: 0, answers } })
    .expect(200);
  return current(visit);
}

/** The form that changes a visit, as a browser would send it. */
async function editForm({ id }: { id: string }): Promise<Record<string, string>> {
  const path = `/kunjungan/${id}/ubah`;
  const page = await request(app.server).get(path).set(people.guest).set('accept', 'text/html').expect(200);
  const form = formsOf(page.text, path).find(({ action }) => action === path);
  const holds =
    form?.fields.filter(({ kind, isTicked }) => !['checkbox', 'radio'].includes(kind) || isTicked) ?? [];
  return {
    ...Object.fromEntries(form?.hidden ?? []),
    ...Object.fromEntries(holds.map(({ name, value }) => [name, value])),
  };
}
const sendEdit = ({ id }: { id: string }, fields: object) =>
  request(app.server)
    .post(`/kunjungan/${id}/ubah`)
    .set(people.guest)
    .set('accept', 'text/html')
    .type('form')
    .send(fields);

const TITLE = talk.title;

describe('A question', () => {
  test('that is worded anew keeps its session and answer, and the history says from what to what', async () => {
    const visit = await asked();
    const [harvest, press, feed] = visit.learningQuestionIds;
    const learningQuestions = ['Bagaimana panen ditimbang?', PRESS, FEED];
    await patch(visit, { learningQuestions, learningQuestionIds: [harvest, press, feed] });
    expect((await current(visit)).learningQuestionIds).toEqual([harvest, press, feed]);
    expect(await placed(visit)).toEqual(learningQuestions.map((question) => [question, TITLE]));
    expect(await answered(visit)).toEqual([
      ['Bagaimana panen ditimbang?', 'Bagaimana'],
      [PRESS, 'Siapa'],
      [FEED, 'Pakan'],
    ]);
    expect(await lastChanges(visit)).toEqual([
      ['learningQuestions', null, HARVEST, 'Bagaimana panen ditimbang?'],
    ]);
  });

  test('that takes the words of another does not take its answer', async () => {
    const visit = await asked();
    const [harvest, press, feed] = visit.learningQuestionIds;
    const learningQuestions = [PRESS, HARVEST, FEED];
    await patch(visit, { learningQuestions, learningQuestionIds: [harvest, press, feed] });
    expect(await answered(visit)).toEqual([
      [PRESS, 'Bagaimana'],
      [HARVEST, 'Siapa'],
      [FEED, 'Pakan'],
    ]);
  });

  test('that is moved keeps both, also where only words are sent', async () => {
    const visit = await asked();
    await patch(visit, { learningQuestions: [FEED, HARVEST, PRESS] });
    const [harvest, press, feed] = visit.learningQuestionIds;
    expect((await current(visit)).learningQuestionIds).toEqual([feed, harvest, press]);
    expect(await answered(visit)).toEqual([
      [FEED, 'Pakan'],
      [HARVEST, 'Bagaimana'],
      [PRESS, 'Siapa'],
    ]);
    expect(await lastChanges(visit)).toEqual([
      ['learningQuestions', 'Urutan', [HARVEST, PRESS, FEED].join('; '), [FEED, HARVEST, PRESS].join('; ')],
    ]);
  });

  test('that is removed takes its own with it, and comes back as another', async () => {
    const visit = await asked();
    await patch(visit, { learningQuestions: [HARVEST, FEED] });
    expect(await placed(visit)).toEqual([
      [HARVEST, TITLE],
      [FEED, TITLE],
    ]);
    expect(await lastChanges(visit)).toEqual([['learningQuestions', null, PRESS, null]]);
    await patch(visit, { learningQuestions: [HARVEST, PRESS, FEED] });
    expect(await placed(visit)).toEqual([
      [HARVEST, TITLE],
      [PRESS, null],
      [FEED, TITLE],
    ]);
    expect((await answered(visit))?.[1]).toEqual([PRESS, '']);
    expect(await lastChanges(visit)).toEqual([['learningQuestions', null, null, PRESS]]);
  });

  test.each([
    ['of another visit', (ids: string[]) => [ids[0], '0199a1b2-0000-7000-8000-000000000000', ids[2]]],
    ['named twice', (ids: string[]) => [ids[0], ids[0], ids[2]]],
    ['without words', (ids: string[]) => [...ids, ids[0]]],
    ['that is no id', () => ['x', null, null]],
    ['that is a list', () => [[], null, null]],
  ])('%s is refused, and nothing changes', async (_, ids) => {
    const visit = await requested(app, people.guest, { learningQuestions: [HARVEST, PRESS, FEED] });
    const learningQuestions = [HARVEST, 'Lain?', FEED];
    const answer = await patch(visit, {
      learningQuestions,
      learningQuestionIds: ids(visit.learningQuestionIds),
    });
    expect(answer.status).toBe(422);
    expect(await current(visit)).toEqual(visit);
  });

  test('without words is refused, and so is a sixth, by the database too', async () => {
    const visit = await requested(app, people.guest, { learningQuestions: [HARVEST] });
    expect((await patch(visit, { learningQuestions: [''] })).status).toBe(422);
    const insert = (position: number, words: string) =>
      app.database.query(
        `INSERT INTO learning_question (id, visit_id, position, words) VALUES (gen_random_uuid(), $1, $2, $3)`,
        [visit.id, position, words],
      );
    await expect(insert(6, 'x')).rejects.toThrow('learning_question_position_check');
    await expect(insert(1, 'x')).rejects.toThrow('learning_question_position_key');
    await expect(insert(2, '')).rejects.toThrow('learning_question_words_check');
  });
});

describe('The form', () => {
  test('words anew, moves, removes and adds, row by row and without script', async () => {
    const visit = await asked();
    const [harvest, press, feed] = visit.learningQuestionIds;
    const form = await editForm(visit);
    expect(form).toMatchObject({ learningQuestion1: PRESS, learningQuestionId1: press, learningPlace1: '2' });
    await sendEdit(visit, {
      ...form,
      learningQuestion0: 'Bagaimana panen ditimbang?',
      learningQuestion1: ' ',
      learningPlace2: '1',
      learningQuestion3: 'Berapa modalnya?',
    }).expect(303);
    const now = await current(visit);
    expect(now.learningQuestions).toEqual([FEED, 'Bagaimana panen ditimbang?', 'Berapa modalnya?']);
    expect(now.learningQuestionIds.slice(0, 2)).toEqual([feed, harvest]);
    expect(await answered(visit)).toEqual([
      [FEED, 'Pakan'],
      ['Bagaimana panen ditimbang?', 'Bagaimana'],
      ['Berapa modalnya?', ''],
    ]);
    const history = await request(app.server)
      .get(`/kunjungan/${visit.id}`)
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(history.text).toContain(`“${HARVEST}” menjadi “Bagaimana panen ditimbang?”`);
  });

  test('that is sent as it came changes nothing', async () => {
    const visit = await asked();
    const lines = (await historyOf(visit)).length;
    await sendEdit(visit, await editForm(visit)).expect(303);
    expect((await historyOf(visit)).length).toBe(lines);
    expect((await current(visit)).version).toBe(visit.version);
  });

  test('that is refused keeps rows, places and identities', async () => {
    const visit = await asked();
    const typedIn = {
      ...(await editForm(visit)),
      title: '',
      learningQuestion0: 'Diubah?',
      learningPlace0: '3',
      learningQuestion4: 'Baru?',
    };
    const { text } = await sendEdit(visit, typedIn).expect(422);
    const path = `/kunjungan/${visit.id}/ubah`;
    const form = formsOf(text, path).find(({ action }) => action === path);
    const kept = Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? []);
    expect(kept).toMatchObject({
      learningQuestion0: 'Diubah?',
      learningPlace0: '3',
      learningQuestion4: 'Baru?',
    });
    expect(Object.fromEntries(form?.hidden ?? [])).toMatchObject({
      learningQuestionId0: visit.learningQuestionIds[0],
    });
  });
});
