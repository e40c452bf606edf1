import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';

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

let app: TestApp;
let owner: Header;
let other: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  owner = await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: UNIT });
  other = await signedIn(app, { email: 'petugas@tamu.test', role: 'officer', unit: 'bapas-purwokerto' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
});
afterAll(() => app.close());

const post = (by: Header, body: object) =>
  request(app.server)
    .post('/api/notes')
    .set(by)
    .send({ unit: UNIT, ...body });
const patch = (by: Header, { id }: { id: string }, body: object) =>
  request(app.server).patch(`/api/notes/${id}`).set(by).send(body);
const show = (by: Header, { id }: { id: string }) => request(app.server).get(`/api/notes/${id}`).set(by);
const note = async (body: object) => (await post(owner, body).expect(201)).body as ShownNote;
const page = async (by: Header, query: string) =>
  (await request(app.server).get(`/api/notes?${query}`).set(by).expect(200)).body as NotePage;

describe('notes', () => {
  test('a draft is the own unit’s until it is published, and then everybody’s', async () => {
    const draft = await note({ title: texts.title });
    expect(draft).toMatchObject({ state: 'draft', version: 1 });
    for (const by of [other, kanwil]) await show(by, draft).expect(404);
    await patch(other, draft, { version: 1, title: 'x' }).expect(404);
    const incomplete = await patch(owner, draft, { version: 1, state: 'published' }).expect(422);
    const { code, errors } = incomplete.body as { code: string; errors: { field: string }[] };
    expect(code).toBe('note-incomplete');
    expect(errors.map(({ field }) => field)).toEqual(['context', 'whatWasDone', 'result', 'howToCopy']);
    await patch(owner, draft, { ...texts, version: 1, state: 'published' }).expect(200);
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
      await note({ ...texts, title, programs: ['akselerasi-2'], state: 'published' });
      app.clock.advance(1000);
    }
    expect((await page(other, 'query=kambing')).items.map(({ title }) => title)).toEqual(['Kambing']);
    expect((await page(other, 'query=%25')).items).toEqual([]);
    expect((await page(other, 'program=akselerasi-3')).items).toEqual([]);
    const first = await page(other, 'program=akselerasi-2&limit=2');
    await note({ ...texts, title: 'Sabun', programs: ['akselerasi-2'], state: 'published' });
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
      const answer = await request(app.server).get(`/api/notes?cursor=${cursor}`).set(owner);
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
