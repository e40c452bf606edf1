import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import {
  followUpScene,
  refusal,
  type FollowUpScene,
  type ShownFollowUp as Shown,
} from './support/follow-ups.js';
import { publishedNote } from './support/notes.js';
import { requested, type Header, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let app: TestApp;
let people: FollowUpScene;
let visit: ShownVisit;
let note: string;
const send: FollowUpScene['send'] = (...given) => people.send(...given);
const show: FollowUpScene['show'] = (...given) => people.show(...given);
const promised: FollowUpScene['promised'] = (...given) => people.promised(...given);
const done: FollowUpScene['done'] = (...given) => people.done(...given);

beforeAll(async () => {
  app = await startApp();
  people = await followUpScene(app);
  ({ visit } = people);
  note = await published();
});
afterAll(() => app.close());

const published = (title = 'Kebun rutan-banjarnegara'): Promise<string> =>
  publishedNote(app, people.host, people.kanwil, {
    ...{ unit: 'rutan-banjarnegara', title, context: 'a', whatWasDone: 'b', result: 'c', howToCopy: 'd' },
  });
/** A note that nobody but its unit may read. */
const drafted = async (): Promise<string> => {
  const body = { unit: 'rutan-banjarnegara', title: 'Draf' };
  const answer = await api(app).post('/api/notes', { as: people.host, body }).expect(201);
  return answer.body.id;
};

describe('postponing', () => {
  test('needs a later day and a reason, and is told in the history', async () => {
    const { id } = await promised();
    const later = { version: 1, dueOn: '2025-11-28', reason: 'Bibit terlambat' };
    expect(refusal(await send(people.guest, `/${id}/postpone`, { ...later, reason: ' ' }))).toEqual([
      422,
      'postpone-reason-needed',
    ]);
    expect(refusal(await send(people.guest, `/${id}/postpone`, { ...later, dueOn: '2025-11-14' }))).toEqual([
      422,
      'postpone-not-later',
    ]);
    for (const by of [people.host, people.kanwil, people.admin]) {
      await send(by, `/${id}/postpone`, later).expect(403);
    }
    await send(people.stranger, `/${id}/postpone`, later).expect(404);
    await send(people.guest, `/${id}/postpone`, later).expect(200);
    const shown = await show(id);
    expect(shown).toMatchObject({ dueOn: '2025-11-28', postponedCount: 1, version: 2, state: 'open' });
    expect(shown.history.at(-1)).toMatchObject({
      action: 'postponed',
      fromDueOn: '2025-11-14',
      dueOn: '2025-11-28',
      reason: 'Bibit terlambat',
    });
  });

  test('a change to a later day is one too, to an earlier day is none', async () => {
    const { id } = await promised();
    const patch = (body: object) =>
      api(app).patch('/api/follow-ups/{id}', { as: people.guest, path: { id }, body: wrong(body) });
    expect(refusal(await patch({ version: 1, dueOn: '2025-12-01' }))).toEqual([
      422,
      'postpone-reason-needed',
    ]);
    await patch({ version: 1, dueOn: '2025-11-10' }).expect(200);
    await patch({ version: 2, dueOn: '2025-12-01', reason: 'Banjir' }).expect(200);
    const { history, postponedCount } = await show(id);
    expect(history.map(({ action }) => action)).toEqual(['promised', 'changed', 'postponed']);
    expect(postponedCount).toBe(1);
  });

  test('what is done is not postponed', async () => {
    const { id } = await done();
    const later = { version: 2, dueOn: '2026-01-30', reason: 'x' };
    expect(refusal(await send(people.guest, `/${id}/postpone`, later))).toEqual([
      409,
      'follow-up-step-not-allowed',
    ]);
  });
});

describe('what a follow-up points at', () => {
  test('the owner works for the responsible unit, the practice is published, the link is one', async () => {
    const [sari] = await app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'petugas@tamu.test'`,
    );
    const [tono] = await app.database.query<{ id: string }>(
      `SELECT id FROM person WHERE email = 'petugas@tuan.test'`,
    );
    const body = {
      visit: visit.id,
      what: 'x',
      unit: 'bapas-purwokerto',
      person: 'Sari',
      dueOn: '2025-12-31',
    };
    expect(refusal(await send(people.guest, '', { ...body, personId: tono?.id }))).toEqual([
      422,
      'owner-elsewhere',
    ]);
    expect(refusal(await send(people.guest, '', { ...body, note: visit.id }))).toEqual([
      422,
      'practice-unknown',
    ]);
    const draft = await drafted();
    expect(refusal(await send(people.guest, '', { ...body, note: draft }))).toEqual([
      422,
      'practice-unknown',
    ]);
    const made = (await send(people.guest, '', { ...body, personId: sari?.id, note }).expect(201))
      .body as Shown;
    const bad = { version: 1, state: 'done', evidence: 'x', evidenceUrl: 'javascript:alert(1)' };
    expect(
      refusal(
        await api(app).patch('/api/follow-ups/{id}', {
          as: people.guest,
          path: { id: made.id },
          body: wrong(bad),
        }),
      ),
    ).toEqual([422, 'evidence-link-wrong']);
  });
});

describe('comments', () => {
  test('both units and the regional office talk; others do not', async () => {
    const { id } = await promised();
    for (const by of [people.guest, people.host, people.kanwil]) {
      await send(by, `/${id}/comments`, { body: 'Apakah bibitnya cukup?' }).expect(201);
    }
    await send(people.stranger, `/${id}/comments`, { body: 'x' }).expect(404);
    await send(people.admin, `/${id}/comments`, { body: 'x' }).expect(403);
    expect(refusal(await send(people.host, `/${id}/comments`, { body: ' ' }))).toEqual([
      422,
      'comment-empty',
    ]);
    expect((await show(id)).comments.map(({ author }) => author)).toEqual([
      'Petugas petugas@tamu.test',
      'Petugas petugas@tuan.test',
      'Petugas kanwil@jateng.test',
    ]);
  });
});

describe('files of evidence', () => {
  const upload = (by: Header, id: string, name = 'laporan.pdf') =>
    api(app)
      .post('/api/follow-ups/{id}/files', { as: by, path: { id } })
      .attach('file', Buffer.from('%PDF-1.7 laporan'), name);

  test('are kept by the responsible unit, read by both sides, and once', async () => {
    const { id } = await promised();
    await upload(people.host, id).expect(403);
    await upload(people.stranger, id).expect(404);
    const file = (await upload(people.guest, id).expect(201)).body;
    expect(refusal(await upload(people.guest, id))).toEqual([409, 'follow-up-file-twice']);
    expect(refusal(await upload(people.guest, id, 'foto.jpg'))).toEqual([415, 'file-kind-unknown']);
    const path = `/api/follow-ups/${id}/files`;
    const read = await request(app.server).get(`${path}/${file.id}`).set(people.kanwil).expect(200);
    expect(read.headers['content-disposition']).toContain('attachment');
    await request(app.server).get(`${path}/${file.id}`).set(people.stranger).expect(404);
    await request(app.server).delete(`${path}/${file.id}`).set(people.host).expect(403);
    await request(app.server).delete(`${path}/${file.id}`).set(people.guest).expect(204);
    expect((await request(app.server).get(path).set(people.host).expect(200)).body).toEqual({ items: [] });
  });
});

describe('lists', () => {
  test('are filtered and sorted', async () => {
    const other = await requested(app, people.guest, {
      hostUnit: 'rutan-purbalingga',
      programs: ['akselerasi-2'],
    });
    const names = [
      ['Budi', '2026-02-01'],
      ['Ani', '2026-02-03'],
      ['citra', '2026-02-02'],
    ] as const;
    for (const [person, dueOn] of names) await promised({ visit: other.id, person, dueOn, what: person });
    const list = async (query: string) => {
      const path = `/api/follow-ups?visit=${other.id}&${query}`;
      const { body } = await request(app.server).get(path).set(people.kanwil).expect(200);
      return body as { items: { person: string }[]; nextCursor: string | null };
    };
    const persons = async (query: string) => (await list(query)).items.map(({ person }) => person);
    expect(await persons('')).toEqual(['Budi', 'citra', 'Ani']);
    expect(await persons('sort=person')).toEqual(['Ani', 'Budi', 'citra']);
    const first = await list('sort=person&order=desc&limit=2');
    expect(first.items.map(({ person }) => person)).toEqual(['citra', 'Budi']);
    expect(await persons(`sort=person&order=desc&cursor=${first.nextCursor}`)).toEqual(['Ani']);
    expect(await persons('person=ud')).toEqual(['Budi']);
    expect(await persons('dueAfter=2026-02-02&dueBefore=2026-02-02')).toEqual(['citra']);
    expect(await persons('program=akselerasi-2&sort=unit')).toHaveLength(3);
    expect(await persons('program=akselerasi-3')).toEqual([]);
    expect(await persons('replication=waiting')).toEqual([]);
    for (const sort of ['what', 'state', 'changed']) expect(await persons(`sort=${sort}`)).toHaveLength(3);
    const { body } = await api(app).get('/api/follow-ups', {
      as: people.kanwil,
      query: { replication: 'confirmed', limit: 200 },
    });
    expect((body as { items: Shown[] }).items.every(({ replication }) => replication !== null)).toBe(true);
    await api(app)
      .get('/api/follow-ups', { as: people.kanwil, query: { sort: 'state', cursor: first.nextCursor ?? '' } })
      .expect(400);
  });
});
