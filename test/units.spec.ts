import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

interface ShownUnit {
  code: string;
  name: string;
  version: number;
}
interface Problem {
  code: string;
  errors?: { field: string; message: string }[];
  current?: { version: number };
}

let app: TestApp;
let officer: Header;
let head: Header;
let kanwil: Header;
let elsewhere: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  officer = await signedIn(app, { email: 'petugas@tuan.test', role: 'officer', unit: 'rutan-banjarnegara' });
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
  elsewhere = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const get = (path: string) => request(app.server).get(path).set(officer);
const list = async (query: string) =>
  (await get(`/api/units?${query}`).expect(200)).body as { items: ShownUnit[]; nextCursor: string | null };
const unit = async (code = 'rutan-banjarnegara') =>
  (await get(`/api/units/${code}`).expect(200)).body as ShownUnit;
const patch = async (by: Header, change: object, code = 'rutan-banjarnegara') =>
  api(app).patch('/api/units/{code}', {
    as: by,
    path: { code },
    body: { version: (await unit(code)).version, ...change },
  });

/** A hosting window on Mondays. */
const w = (startsAt: string, endsAt: string) => ({ weekday: 1, startsAt, endsAt });

describe('finding units', () => {
  test('all 613, page by page, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=100${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(613);
    expect(new Set(seen).size).toBe(613);
  });

  test('by words, type and region; what begins with the words comes first', async () => {
    const found = await list('query=purwokerto');
    expect(found.items.map(({ code }) => code)).toEqual([
      'bapas-purwokerto',
      'lapas-purwokerto',
      'lapas-narkotika-purwokerto',
    ]);
    const rutan = await list('type=rutan&regionalOffice=jawa-tengah&limit=100');
    expect(rutan.items.every(({ code }) => code.startsWith('rutan-'))).toBe(true);
    expect((await list('query=RUTAN-BANJAR')).items[0]?.code).toBe('rutan-banjarnegara');
    expect((await list('query=%25')).items).toEqual([]);
    const first = await list('query=rutan&limit=3');
    const second = await list(`query=rutan&limit=3&cursor=${first.nextCursor}`);
    expect(new Set([...first.items, ...second.items].map(({ code }) => code)).size).toBe(6);
  });

  test('bad filters and cursors are a clear 4xx', async () => {
    const forged = (keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
    await get('/api/units?cursor=bukan').expect(400);
    await get(`/api/units?cursor=${forged(['a', 'b', 'c'])}`).expect(400);
    await get(`/api/units?cursor=${forged([1.5, 'b', 'c'])}`).expect(400);
    await get('/api/units?limit=0').expect(422);
    await get('/api/units?type=A%20B').expect(422);
    await get('/api/units/tidak-ada').expect(404);
    await api(app).get('/api/units').expect(401);
  });
});

describe('changing a unit', () => {
  test('a new name keeps the old one, which still finds it', async () => {
    const changed = await patch(kanwil, { name: 'Rutan Kelas IIA Banjarnegara', aliases: ['Rutan Bara'] });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      name: 'Rutan Kelas IIA Banjarnegara',
      formerNames: [{ name: 'Rutan Kelas IIB Banjarnegara', usedUntil: '2025-10-20' }],
    });
    expect((await list('query=IIB Banjarnegara')).items.map(({ code }) => code)).toEqual([
      'rutan-banjarnegara',
    ]);
    expect((await list('query=rutan bara')).items.map(({ code }) => code)).toEqual(['rutan-banjarnegara']);
  });

  test('its head sets how it receives guests, with windows by the wall clock', async () => {
    const hostingPolicy = {
      capacity: 2,
      largestParty: 15,
      windows: [{ weekday: 4, startsAt: '08:30', endsAt: '12:00' }],
      phoneRule: 'Telepon dititipkan',
    };
    const closedDays = [{ date: '2025-11-10', reason: 'Apel' }];
    const changed = await patch(head, { hostingPolicy, closedDays, phone: '0286-591234' });
    expect(changed.body).toMatchObject({
      hostingPolicy: { ...hostingPolicy, shortestNoticeDays: 2 },
      closedDays,
    });
    await patch(head, { closedDays: [] });
    expect(await unit()).toMatchObject({ closedDays: [] });
  });

  test('each only what is theirs', async () => {
    for (const by of [officer, elsewhere]) expect((await patch(by, { place: 'x' })).status).toBe(403);
    expect((await patch(head, { name: 'x' })).status).toBe(403);
    expect((await patch(head, { phone: '0281-636789' }, 'rutan-purbalingga')).status).toBe(403);
    expect((await patch(administrator, { address: 'Jalan Letjen Suprapto' })).status).toBe(200);
  });

  test('a stale version names the current one', async () => {
    const { version } = await unit();
    const stale = await api(app)
      .patch('/api/units/{code}', {
        as: kanwil,
        path: { code: 'rutan-banjarnegara' },
        body: { version: version - 1, place: 'x' },
      })
      .expect(409);
    expect(stale.body).toMatchObject({ code: 'unit-changed', current: { version } });
  });

  test.each([
    [
      'overlapping windows',
      { windows: [w('08:00', '12:00'), w('11:00', '13:00')] },
      'hostingPolicy.windows.1',
    ],
    ['an end before the start', { windows: [w('12:00', '08:00')] }, 'hostingPolicy.windows.0'],
    ['no window at all', { windows: [] }, 'hostingPolicy.windows'],
    ['too many places', { capacity: 21 }, 'hostingPolicy.capacity'],
    ['a longest notice below the shortest', { longestNoticeDays: 1 }, 'hostingPolicy.longestNoticeDays'],
    ['no time', { windows: [w('8.30', '12:00')] }, 'hostingPolicy.windows.0.startsAt'],
  ])('%s is refused at its field, and nothing is written', async (_, hostingPolicy, field) => {
    const before = await unit();
    const answer = await patch(administrator, { hostingPolicy, place: 'Lain' });
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).errors?.map((fault) => fault.field)).toContain(field);
    expect(await unit()).toEqual(before);
  });

  test.each([
    ['an unknown field', { capacity: 2 }],
    [
      'a day twice',
      {
        closedDays: [
          { date: '2025-11-10', reason: 'a' },
          { date: '2025-11-10', reason: 'b' },
        ],
      },
    ],
    ['a list of nothing', { closedDays: [null] }],
    ['a place off the globe', { latitude: 95, longitude: 10 }],
    ['a text for a number', { hostingPolicy: { capacity: '2' } }],
  ])('%s is a clear 422', async (_, change) => {
    expect((await patch(administrator, change)).status).toBe(422);
  });

  test('half a position is refused by the table, as a clear 4xx', async () => {
    const answer = await patch(administrator, { latitude: -7.4, longitude: null });
    expect(answer.status).toBe(422);
  });
});

test('a Kanwil says which visits it must approve', async () => {
  const change = (by: Header, body: object) =>
    api(app).patch('/api/regional-offices/{code}', {
      as: by,
      path: { code: 'jawa-tengah' },
      body: wrong(body),
    });
  await change(elsewhere, { version: 1, approvesInside: true }).expect(403);
  await change(officer, { version: 1, approvesInside: true }).expect(403);
  const changed = await change(kanwil, { version: 1, approvesInside: true, approvesAcross: false }).expect(
    200,
  );
  expect(changed.body).toMatchObject({ approvesInside: true, version: 2 });
  const stale = await change(administrator, { version: 1, approvesInside: false }).expect(409);
  expect(stale.body).toMatchObject({ code: 'regional-office-changed', current: { version: 2 } });
});
