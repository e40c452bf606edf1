import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { noteBody } from './support/example-bodies.js';
import { publishedNote } from './support/notes.js';
import { PressScene, GUEST, HOST } from './support/press-scene.js';
import type { Header } from './support/visits.js';

let scene: PressScene;

beforeAll(async () => {
  scene = await PressScene.start();
});
afterAll(() => scene.app.close());

const land = {
  organisation: HOST,
  what: 'Luas lahan',
  amount: 2.5,
  measure: 'ha',
  measuredOn: '2025-10-30',
} as const;
const crisps = {
  organisation: HOST,
  name: 'Keripik singkong',
  maker: 'Kelompok kerja dapur',
  price: 10_000,
  soldBy: 'bungkus',
};
const path = () => ({ id: scene.visit.id });
const add = (as: Header, body: object = {}) =>
  api(scene.app).post('/api/visits/{id}/results', { as, path: path(), body: { ...land, ...body } });
const list = async (as: Header) =>
  (await api(scene.app).get('/api/visits/{id}/results', { as, path: path() }).expect(200)).body.items;
const post = (by: Header, rest: string, form: object) =>
  request(scene.app.server)
    .post(`/kunjungan/${scene.visit.id}/hasil${rest}`)
    .set(by)
    .set('accept', 'text/html')
    .type('form')
    .send(form);

describe('what can be counted of a visit', () => {
  test('is written by both units, read by whoever may see the visit, and told with its measure', async () => {
    const { guest, host, kanwil, stranger } = scene.people;
    const { body } = await add(host).expect(201);
    expect(body).toMatchObject({ amount: 2.5, words: '2,5 hektare', version: 1 });
    await add(guest, { what: 'Peserta belajar', amount: 12, measure: 'orang', organisation: GUEST }).expect(
      201,
    );
    await add(kanwil).expect(403);
    await add(stranger).expect(404);
    expect(await list(kanwil)).toHaveLength(2);
    await api(scene.app).get('/api/visits/{id}/results', { as: stranger, path: path() }).expect(404);
  });

  test('is of a party of the visit, above nothing, and names nobody', async () => {
    const { host } = scene.people;
    await add(host, { organisation: 'rutan-purbalingga' }).expect(422);
    await add(host, { amount: 0 }).expect(422);
    await add(host, { amount: 1.234 }).expect(422);
    await add(host, { what: 'Panen WBP Slamet' }).expect(422);
    await add(host, { what: 'Hubungi 081234567890' }).expect(422);
    await add(host, { measuredOn: '1999-01-01' }).expect(422);
  });

  test('goes by the version that was seen', async () => {
    const { host } = scene.people;
    const { body } = await add(host, { what: 'Panen kangkung', amount: 100, measure: 'kg' }).expect(201);
    const row = { id: scene.visit.id, rowId: body.id };
    const put = (version: number, amount: number) =>
      api(scene.app).put('/api/visits/{id}/results/{rowId}', {
        as: host,
        path: row,
        body: { ...land, what: 'Panen kangkung', measure: 'kg', amount, version },
      });
    expect((await put(1, 120).expect(200)).body).toMatchObject({ amount: 120, version: 2 });
    expect((await put(2, 120).expect(200)).body.version).toBe(2);
    await put(1, 130).expect(409);
    const remove = (version: number) =>
      api(scene.app).delete('/api/visits/{id}/results/{rowId}', { as: host, path: row, query: { version } });
    await remove(1).expect(409);
    await remove(2).expect(204);
    await remove(2).expect(404);
  });

  test('is typed in a form as people write it', async () => {
    const { host } = scene.people;
    const typed = {
      ...land,
      what: 'Penjualan',
      amount: 'Rp 1.500.000',
      measure: 'rupiah',
      measuredOn: '30 Okt 2025',
    };
    await post(host, '/hasil', typed).expect(303);
    const refused = await post(host, '/hasil', { ...typed, amount: 'banyak' }).expect(422);
    expect(refused.text).toContain('misalnya 2,5 atau 1.500.000');
    expect(refused.text).toContain('value="banyak"');
    await post(host, '/produk', { ...crisps, price: '10.000' }).expect(303);
    const page = await request(scene.app.server)
      .get(`/kunjungan/${scene.visit.id}`)
      .set(host)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('Penjualan: Rp1.500.000, 30 Oktober 2025');
    expect(page.text).toContain('Keripik singkong buatan Kelompok kerja dapur, Rp10.000 per bungkus');
  });

  test('stands in the texts of the visit', async () => {
    await scene.at('2025-10-30T06:00:00Z');
    const body = await scene.body(scene.people.host, `/${HOST}/panjang`);
    expect(body).toContain('Hingga 30 Oktober 2025 tercatat');
    expect(body).toContain('luas lahan 2,5 hektare');
    expect(body).toContain('keripik singkong buatan kelompok kerja dapur (Rp10.000 per bungkus)');
  });
});

describe('what can be counted of a practice', () => {
  test('is written by its unit alone', async () => {
    const { host, guest, kanwil } = scene.people;
    const note = await publishedNote(scene.app, host, kanwil, noteBody);
    const given = (as: Header) => ({ as, path: { id: note }, body: land });
    await api(scene.app).post('/api/notes/{id}/results', given(guest)).expect(403);
    await api(scene.app).post('/api/notes/{id}/results', given(host)).expect(201);
    await api(scene.app)
      .post('/api/notes/{id}/products', { as: host, path: { id: note }, body: crisps })
      .expect(201);
    const { text } = await request(scene.app.server)
      .get(`/praktik-baik/${note}`)
      .set(guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(text).toContain('Luas lahan: 2,5 hektare, 30 Oktober 2025');
    expect(text).toContain('Keripik singkong');
  });
});

describe('Sinergi', () => {
  const period = { from: '2025-10', to: '2025-10' };

  test('sums by measure what was counted in the period, and lists it', async () => {
    const { kanwil, host } = scene.people;
    const sums = (
      await api(scene.app).get('/api/sinergi/result-sums', { as: kanwil, query: period }).expect(200)
    ).body.items;
    const byMeasure = Object.fromEntries(sums.map(({ measure, count, sum }) => [measure, [count, sum]]));
    expect(byMeasure).toEqual({ ha: [2, 5], orang: [1, 12], rupiah: [1, 1_500_000] });
    const { items } = (
      await api(scene.app).get('/api/sinergi/results', { as: kanwil, query: period }).expect(200)
    ).body;
    expect(items).toHaveLength(4);
    const earlier = { from: '2025-09', to: '2025-09' };
    expect(
      (await api(scene.app).get('/api/sinergi/results', { as: kanwil, query: earlier }).expect(200)).body
        .items,
    ).toEqual([]);
    await api(scene.app).get('/api/sinergi/results', { as: host, query: period }).expect(403);
  });

  test('has a page of both, page by page', async () => {
    const { kanwil } = scene.people;
    const { text } = await request(scene.app.server)
      .get('/sinergi/hasil?dari=2025-10&sampai=2025-10')
      .set(kanwil)
      .set('accept', 'text/html')
      .expect(200);
    expect(text).toContain('5 hektare dari 2 catatan');
    expect(text).toContain('Luas lahan: 2,5 hektare');
    const first = (
      await api(scene.app)
        .get('/api/sinergi/results', { as: kanwil, query: { ...period, limit: 3 } })
        .expect(200)
    ).body;
    const rest = (
      await api(scene.app)
        .get('/api/sinergi/results', {
          as: kanwil,
          query: { ...period, limit: 3, cursor: first.nextCursor ?? '' },
        })
        .expect(200)
    ).body;
    expect([first.items.length, rest.items.length]).toEqual([3, 1]);
  });

  test('counts of a program what its visits and practices have', async () => {
    const { kanwil } = scene.people;
    const of = async (program: string) =>
      (
        await api(scene.app)
          .get('/api/sinergi/results', { as: kanwil, query: { ...period, program } })
          .expect(200)
      ).body.items.length;
    expect(await of('akselerasi-2')).toBeGreaterThanOrEqual(3);
    expect(await of('akselerasi-1')).toBe(0);
  });
});
