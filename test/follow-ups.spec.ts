import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { requested, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

interface ShownFollowUp {
  id: string;
  state: string;
  version: number;
  what: string;
  doneAt: string | null;
}

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  visit = await requested(app, guest);
});
afterAll(() => app.close());

const body = (more: object = {}) => ({
  visit: visit.id,
  what: 'Membuat demplot sayuran',
  unit: 'bapas-purwokerto',
  person: 'Sari',
  dueOn: '2025-12-31',
  ...more,
});
const post = (by: Header, more: object = {}) =>
  api(app).post('/api/follow-ups', { as: by, body: body(more) });
const patch = (by: Header, { id, version }: ShownFollowUp, change: object) =>
  api(app).patch('/api/follow-ups/{id}', { as: by, path: { id }, body: { version, ...change } });
const promised = async (more: object = {}) => (await post(guest, more).expect(201)).body;

describe('follow-ups', () => {
  test('what was promised is carried on by the responsible unit to its end, with evidence', async () => {
    let followUp = await promised();
    expect(followUp).toMatchObject({ state: 'open', version: 1, doneAt: null });
    for (const by of [host, kanwil]) await patch(by, followUp, { state: 'in-progress' }).expect(403);
    followUp = (await patch(guest, followUp, { state: 'in-progress' }).expect(200)).body;
    const bare = await patch(guest, followUp, { state: 'done' }).expect(422);
    expect(bare.body.code).toBe('evidence-needed');
    followUp = (await patch(guest, followUp, { state: 'done', evidence: 'Laporan 12/2025' }).expect(200))
      .body;
    expect(followUp).toMatchObject({ state: 'done', doneAt: '2025-10-20T01:00:00.000Z' });
    const away = await patch(guest, followUp, { state: 'dropped', reason: 'x' }).expect(409);
    expect(away.body.code).toBe('follow-up-step-not-allowed');
    const stale = await patch(guest, { ...followUp, version: 1 }, { what: 'x' }).expect(409);
    expect(stale.body).toMatchObject({ code: 'follow-up-changed', current: { version: 3, state: 'done' } });
    const shown = await api(app)
      .get('/api/follow-ups/{id}', { as: kanwil, path: { id: followUp.id } })
      .expect(200);
    const { history } = shown.body;
    expect(history.map(({ fromState, toState }) => [fromState, toState])).toEqual([
      [null, 'open'],
      ['open', 'in-progress'],
      ['in-progress', 'done'],
    ]);
  });

  test('dropping one says why', async () => {
    const followUp = await promised();
    await patch(guest, followUp, { state: 'dropped' }).expect(422);
    await patch(guest, followUp, { state: 'dropped', reason: 'Lahan dipakai' }).expect(200);
  });

  test('both units write them down for either, nobody else for any', async () => {
    await post(host, { unit: 'bapas-purwokerto' }).expect(201);
    await post(kanwil).expect(403);
    await post(stranger).expect(404);
    const elsewhere = await post(guest, { unit: 'rutan-purbalingga' }).expect(422);
    expect(elsewhere.body.code).toBe('follow-up-unit-elsewhere');
  });

  test('lists go by due date, page by page, and hold only what one may see', async () => {
    const other = await requested(app, guest, { hostUnit: 'rutan-purbalingga' });
    for (const day of ['03', '01', '02', '05', '04']) {
      await promised({ visit: other.id, what: `Hari ${day}`, dueOn: `2026-01-${day}` });
    }
    const read = async (by: Header, query: string) =>
      (await request(app.server).get(`/api/follow-ups?visit=${other.id}&${query}`).set(by).expect(200))
        .body as {
        items: ShownFollowUp[];
        nextCursor: string | null;
      };
    const first = await read(kanwil, 'limit=2');
    await promised({ visit: other.id, what: 'Lebih awal', dueOn: '2025-11-01' });
    const second = await read(kanwil, `limit=9&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ what }) => what)).toEqual(
      ['01', '02', '03', '04', '05'].map((day) => `Hari ${day}`),
    );
    expect((await read(kanwil, 'dueBefore=2025-12-31')).items.map(({ what }) => what)).toEqual([
      'Lebih awal',
    ]);
    expect((await read(host, '')).items).toEqual([]);
    expect((await read(stranger, '')).items).toHaveLength(6);
  });

  test.each([
    ['an unknown field', { inmate: 'x' }],
    ['a wrong type', { what: 5 }],
    ['nothing to do', { what: ' ' }],
    ['a day that does not exist', { dueOn: '2025-02-30' }],
    ['a visit that is none', { visit: 'x' }],
    ['no person', { person: undefined }],
  ])('%s is refused and nothing written', async (_, more) => {
    const before = await app.database.query('SELECT count(*) FROM follow_up');
    await post(guest, more).expect(422);
    expect(await app.database.query('SELECT count(*) FROM follow_up')).toEqual(before);
  });

  test('forged cursors and unknown ids are a clear 4xx', async () => {
    const forged = Buffer.from(JSON.stringify(['kemarin', 'y'])).toString('base64url');
    const get = (path: string) => request(app.server).get(`/api/follow-ups${path}`).set(guest);
    await get(`?cursor=${forged}`).expect(400);
    await get('?state=entah').expect(422);
    await get('/bukan').expect(400);
    await get(`/${visit.id}`).expect(404);
  });
});
