import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { noteStates, noteVisibilities, mayReadNote } from '../src/notes/domain/note.js';
import { ListNotes } from '../src/notes/queries/list-notes.js';
import type { Actor, Role } from '../src/platform/security/actor.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

interface ShownNote {
  id: string;
  state: string;
  version: number;
  title: string;
}
interface NotePage {
  items: ShownNote[];
  nextCursor: string | null;
}

const UNIT = 'rutan-banjarnegara';
const texts = {
  title: 'Kebun sayur di lahan sempit',
  context: 'Lahan terbatas',
  whatWasDone: 'Menanam bertingkat',
  result: 'Panen 120 kg sebulan',
  howToCopy: 'Mulai dari satu demplot',
};

const reader = (role: Role, unit: string | null, regionalOffice: string | null): Actor => ({
  ...{ personId: '', name: `${role} ${unit} ${regionalOffice}`, email: '', placeName: null },
  ...{ timeZone: 'Asia/Jakarta' as const, role, unit, regionalOffice },
});
const readers = [
  reader('officer', UNIT, 'jawa-tengah'),
  reader('unit-head', UNIT, 'jawa-tengah'),
  reader('officer', 'bapas-purwokerto', 'jawa-tengah'),
  reader('unit-head', 'lapas-kerobokan', 'bali'),
  reader('regional', null, 'jawa-tengah'),
  reader('regional', null, 'bali'),
  reader('administrator', null, null),
];

let app: TestApp;
let owner: Header;
let head: Header;
let other: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  owner = await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: UNIT });
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: UNIT });
  other = await signedIn(app, { email: 'petugas@tamu.test', role: 'officer', unit: 'bapas-purwokerto' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
});
afterAll(() => app.close());

const post = (by: Header, body: object) =>
  api(app).post('/api/notes', { as: by, body: { unit: UNIT, ...body } });
const patch = (by: Header, { id }: { id: string }, body: object) =>
  api(app).patch('/api/notes/{id}', { as: by, path: { id }, body: wrong(body) });
const show = (by: Header, { id }: { id: string }) =>
  api(app).get('/api/notes/{id}', { as: by, path: { id } });
const step = (by: Header, { id }: { id: string }, action: string, body: object) =>
  api(app).post('/api/notes/{id}/steps/{action}', { as: by, path: { id, action }, body: wrong(body) });
const note = async (body: object, by = owner) => (await post(by, body).expect(201)).body;
const page = async (by: Header, query: string) =>
  (await request(app.server).get(`/api/notes?${query}`).set(by).expect(200)).body as NotePage;

describe('notes', () => {
  test('a draft is the own unit’s until it is published, and then everybody’s', async () => {
    const draft = await note({ title: texts.title });
    expect(draft).toMatchObject({ state: 'draft', version: 1 });
    for (const by of [other, kanwil]) await show(by, draft).expect(404);
    await patch(other, draft, { version: 1, title: 'x' }).expect(404);
    const incomplete = await patch(owner, draft, { version: 1, state: 'proposed' }).expect(422);
    const { code, errors } = incomplete.body;
    expect(code).toBe('note-incomplete');
    expect(errors?.map(({ field }) => field)).toEqual(['context', 'whatWasDone', 'result', 'howToCopy']);
    await patch(owner, draft, { ...texts, version: 1, state: 'published' }).expect(403);
    await patch(head, draft, { ...texts, version: 1, state: 'published' }).expect(200);
    const seen = await show(kanwil, draft).expect(200);
    expect(seen.body).toMatchObject({
      ...texts,
      state: 'published',
      unitName: 'Rutan Kelas IIB Banjarnegara',
    });
    await patch(other, draft, { version: 2, title: 'x' }).expect(403);
    const stale = await patch(owner, draft, { version: 1, title: 'x' }).expect(409);
    expect(stale.body).toMatchObject({ code: 'note-changed', current: { version: 2 } });
  });

  test('lists are filtered, searched and paged, also when notes are written meanwhile', async () => {
    for (const title of ['Lele', 'Kambing', 'Madu', 'Batik', 'Roti']) {
      await note({ ...texts, title, programs: ['akselerasi-2'], state: 'published' }, head);
      app.clock.advance(1000);
    }
    expect((await page(other, 'query=kambing')).items.map(({ title }) => title)).toEqual(['Kambing']);
    expect((await page(other, 'query=%25')).items).toEqual([]);
    expect((await page(other, 'program=akselerasi-3')).items).toEqual([]);
    const first = await page(other, 'program=akselerasi-2&limit=2');
    await note({ ...texts, title: 'Sabun', programs: ['akselerasi-2'], state: 'published' }, head);
    const second = await page(other, `program=akselerasi-2&limit=9&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      'Roti',
      'Batik',
      'Madu',
      'Kambing',
      'Lele',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('an officer proposes, the Kanwil returns with a reason, the head publishes, renews and archives', async () => {
    const draft = await note({ ...texts, title: 'Jalan sebuah catatan', resources: 'Rp2 juta' });
    await step(owner, draft, 'publish', { version: 1 }).expect(403);
    await step(owner, draft, 'archive', { version: 1 }).expect(409);
    await step(owner, draft, 'terbang', { version: 1 }).expect(404);
    const proposed = await step(owner, draft, 'propose', { version: 1 }).expect(200);
    expect(proposed.body).toEqual({ id: draft.id, state: 'proposed', version: 2 });
    await show(other, draft).expect(404);
    const seen = await show(kanwil, draft).expect(200);
    expect(seen.body).toMatchObject({
      ...{ resources: 'Rp2 juta', reviewDueOn: null, visibility: 'nation' },
      allowedActions: ['publish', 'return'],
    });
    const bare = await step(kanwil, draft, 'return', { version: 2 }).expect(422);
    expect(bare.body).toMatchObject({ code: 'note-reason-needed' });
    await step(kanwil, draft, 'return', { version: 2, reason: 'Tambahkan angka' }).expect(200);
    await show(kanwil, draft).expect(404);
    await step(head, draft, 'publish', { version: 2 }).expect(409);
    await step(head, draft, 'publish', { version: 3 }).expect(200);
    const published = await show(other, draft).expect(200);
    const { publishedAt, reviewDueOn } = published.body;
    expect(Number(reviewDueOn?.slice(0, 4))).toBe(Number(publishedAt?.slice(0, 4)) + 1);
    await app.database.query(`UPDATE note SET review_due_on = '2025-01-01' WHERE id = $1`, [draft.id]);
    await step(head, draft, 'renew', { version: 4 }).expect(200);
    const renewed = await show(other, draft).expect(200);
    expect(renewed.body).toMatchObject({ reviewDueOn });
    await patch(owner, draft, { version: 5, result: '' }).expect(422);
    await step(head, draft, 'archive', { version: 5 }).expect(200);
    await show(other, draft).expect(404);
    const revisions = await app.database.query<{ state: string; reason: string }>(
      'SELECT state, reason FROM note_revision WHERE note_id = $1 ORDER BY version',
      [draft.id],
    );
    expect(revisions.map(({ state, reason }) => `${state} ${reason}`.trim())).toEqual([
      'draft',
      'proposed',
      'draft Tambahkan angka',
      'published',
      'published',
      'archived',
    ]);
  });

  test('the statement finds exactly the notes that the rule lets each role read', async () => {
    const cases = noteStates.flatMap((state) =>
      noteVisibilities.map((visibility) => ({ state, visibility, title: `${state} ${visibility}` })),
    );
    for (const { state, visibility, title } of cases) {
      const { id } = await note({ ...texts, title, visibility });
      await app.database.query(
        `UPDATE note SET state = $2, published_at = CASE WHEN $2 IN ('published', 'archived') THEN now() END,
           review_due_on = CASE WHEN $2 = 'published' THEN current_date END,
           archived_at = CASE WHEN $2 = 'archived' THEN now() END WHERE id = $1`,
        [id, state],
      );
    }
    const titles = cases.map(({ title }) => title);
    for (const actor of readers) {
      const { items } = await app.app.get(ListNotes).execute(actor, { unit: UNIT, limit: 100 });
      const found = items.map(({ title }) => title).filter((title) => titles.includes(title));
      const judged = cases.filter((given) =>
        mayReadNote({ ...given, unit: UNIT, regionalOffice: 'jawa-tengah' }, actor),
      );
      expect([actor.name, found.sort()]).toEqual([actor.name, judged.map(({ title }) => title).sort()]);
    }
  });

  test('a note may come from a visit of its unit, and from no other', async () => {
    const visit = await requested(app, other);
    const written = await note({ title: 'Dari kunjungan', visit: visit.id });
    expect((await page(owner, `visit=${visit.id}`)).items.map(({ id }) => id)).toEqual([written.id]);
    const elsewhere = await requested(app, other, { hostUnit: 'rutan-purbalingga' });
    await post(owner, { title: 'x', visit: elsewhere.id }).expect(404);
    await post(owner, { title: 'x', visit: (await create(app, other)).id }).expect(404);
  });

  test.each([
    ['an unknown field', { inmate: 'x' }, 422],
    ['a wrong type', { title: 5 }, 422],
    ['an unknown program', { programs: ['entah'] }, 422],
    ['a state that does not exist', { state: 'archived' }, 422],
    ['a visit that is none', { visit: 'x' }, 422],
    ['a list in a list', { topics: [['x']] }, 422],
  ])('%s is refused and nothing written', async (_, body, status) => {
    const before = await app.database.query('SELECT count(*) FROM note');
    await post(owner, body).expect(status);
    expect(await app.database.query('SELECT count(*) FROM note')).toEqual(before);
  });

  test('another unit, a Kanwil and a bad cursor are refused', async () => {
    await post(other, texts).expect(403);
    await post(kanwil, texts).expect(403);
    const forged = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
    for (const cursor of ['bukan', forged]) {
      const answer = await api(app).get('/api/notes', { as: owner, query: { cursor } });
      expect(answer.status).toBe(400);
    }
  });

  test('the table holds what the rule says', async () => {
    const { id } = await note({ title: 'Kosong' });
    const forced = app.database.query(
      `UPDATE note SET state = 'published', published_at = now() WHERE id = $1`,
      [id],
    );
    await expect(forced).rejects.toMatchObject({ driverError: { constraint: 'note_published_check' } });
  });
});
