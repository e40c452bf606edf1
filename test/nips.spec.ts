import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, type Header } from './support/visits.js';

const NIP = '198001012005011001';
const MASKED = '***************001';
const OF_HOST = '198502022010012002';

let app: TestApp;
let people: UsualPeople;
let admin: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await official('petugas@tamu.test', NIP);
  await official('petugas@tuan.test', OF_HOST);
});
afterAll(() => app.close());
beforeEach(() => app.database.query('DELETE FROM nip_look'));

const official = (email: string, nip: string) =>
  app.database.query(
    `UPDATE person SET nip = $2, rank = 'Penata (III/c)', position = 'Kasubsi' WHERE email = $1`,
    [email, nip],
  );

const party = (visitId: string) =>
  app.database.query<{
    email: string | null;
    nip: string | null;
    rank: string | null;
    position: string | null;
  }>('SELECT email, nip, rank, position FROM visit_participant WHERE visit_id = $1 ORDER BY created_at, id', [
    visitId,
  ]);

const page = (path: string, by: Header) =>
  request(app.server).get(path).set(by).set('accept', 'text/html').expect(200);

const looks = () =>
  app.database.query<{ by: string; whose: string; visit: string }>(
    `SELECT p.email AS by, l.whose, l.visit_id AS visit FROM nip_look l JOIN person p ON p.id = l.looked_by ORDER BY l.whose`,
  );

describe('what an account says', () => {
  const own = { name: 'Sari', email: 'Petugas@tamu.test', side: 'guest', role: 'leader' } as const;

  test('is taken over when somebody is named by the own address, as far as nothing else is said', async () => {
    const { id } = await create(app, people.guest, { participants: [{ ...own, position: 'Kabapas' }] });
    expect(await party(id)).toEqual([
      { email: 'petugas@tamu.test', nip: NIP, rank: 'Penata (III/c)', position: 'Kabapas' },
    ]);
  });

  test('is taken over of the other side without its NIP, and of a stranger not at all', async () => {
    const { id } = await create(app, people.guest);
    const path = { id };
    const add = (email: string) =>
      api(app)
        .post('/api/visits/{id}/participants', {
          as: people.guest,
          path,
          body: { name: email, email, side: 'invited', role: 'member' },
        })
        .expect(201);
    await add('petugas@tuan.test');
    await official('petugas@lain.test', '197001012000011001');
    await add('petugas@lain.test');
    expect(await party(id)).toEqual([
      { email: 'petugas@tuan.test', nip: null, rank: 'Penata (III/c)', position: 'Kasubsi' },
      { email: 'petugas@lain.test', nip: null, rank: null, position: null },
    ]);
  });

  test('comes with everybody of a unit of the visit, and is no address that the other side knows', async () => {
    const { id } = await create(app, people.guest);
    const body = { unit: 'rutan-banjarnegara', side: 'host' } as const;
    await api(app)
      .post('/api/visits/{id}/participants/unit', { as: people.guest, path: { id }, body })
      .expect(201);
    expect((await party(id))[0]?.nip).toBe(OF_HOST);
    const { items } = (
      await api(app).post('/api/visits/{id}/nip-looks', { as: people.guest, path: { id } }).expect(200)
    ).body;
    expect(items).toEqual([]);
    expect(await looks()).toEqual([]);
  });

  test('may be changed by its owner, with blanks, dots and dashes', async () => {
    const { version } = (await api(app).get('/api/me', { as: people.stranger }).expect(200)).body;
    const body = { version, nip: '19700101-200001.1 002', rank: 'iv/a' };
    const { nip, rank } = (await api(app).patch('/api/me', { as: people.stranger, body }).expect(200)).body;
    expect([nip, rank]).toEqual(['***************002', 'Pembina (IV/a)']);
    await api(app)
      .patch('/api/me', { as: people.stranger, body: { version: version + 1, nip: '1970' } })
      .expect(422);
  });
});

describe('a NIP in a visit', () => {
  let visit: string;

  beforeAll(async () => {
    const participants = [{ name: 'Sari', email: 'petugas@tamu.test', side: 'guest', role: 'leader' }];
    visit = (await confirmed(app, people.guest, people.host, { participants })).id;
    await app.settle();
  });

  test.each(['', '/peserta', '/daftar-hadir', '/ubah'])('is masked on the page %j', async (path) => {
    const { text } = await page(`/kunjungan/${visit}${path}`, people.guest);
    expect(text).not.toContain(NIP);
  });

  test('is masked in the API, history, mails and exports', async () => {
    const visitPath = { as: people.guest, path: { id: visit } };
    const { participants } = (await api(app).get('/api/visits/{id}', visitPath).expect(200)).body;
    expect(participants.map(({ nip }) => nip)).toEqual([MASKED]);
    const everything = [
      await api(app).get('/api/visits/{id}/history', visitPath).expect(200),
      await request(app.server).get('/api/people/export?format=csv').set(admin).expect(200),
      await request(app.server).get('/api/visits/export?format=csv').set(admin).expect(200),
    ].map(({ text }) => text);
    const mails = await app.database.query<{ text: string }>(
      `SELECT concat(subject, body_text, body_html, calendar_content) AS text FROM mail`,
    );
    expect(mails.length).toBeGreaterThan(0);
    expect([...everything, ...mails.map(({ text }) => text)].filter((text) => text.includes(NIP))).toEqual(
      [],
    );
  });

  test('is shown whole by a press, which is noted down for the administrator', async () => {
    const shown = await request(app.server)
      .post(`/kunjungan/${visit}/daftar-hadir`)
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(shown.text).toContain(`NIP ${NIP}`);
    expect(await looks()).toEqual([{ by: 'petugas@tamu.test', whose: 'Sari', visit }]);
    const { items } = (await api(app).get('/api/nip-looks', { as: admin }).expect(200)).body;
    expect(items).toMatchObject([{ whose: 'Sari', visit, lookedByName: 'Petugas petugas@tamu.test' }]);
    expect((await page('/pengelolaan/nip', admin)).text).toContain(
      'Petugas petugas@tamu.test melihat NIP Sari',
    );
    const file = await request(app.server).get('/pengelolaan/nip/unduh?format=csv').set(admin).expect(200);
    expect(file.text).toContain('Sari');
  });

  test('is shown by the API to those who know the contact, each look noted', async () => {
    const ask = async (as: Header) =>
      (
        await api(app)
          .post('/api/visits/{id}/nip-looks', { as, path: { id: visit } })
          .expect(200)
      ).body.items;
    expect((await ask(people.guest)).map(({ nip }) => nip)).toEqual([NIP]);
    expect((await ask(people.host)).map(({ nip }) => nip)).toEqual([NIP]);
    expect(await ask(admin)).toEqual([]);
    expect((await looks()).map(({ by }) => by).toSorted()).toEqual([
      'petugas@tamu.test',
      'petugas@tuan.test',
    ]);
  });

  test('is told of by nobody but an administrator, and to nobody who may not see the visit', async () => {
    await api(app).get('/api/nip-looks', { as: people.guest }).expect(403);
    await request(app.server)
      .get('/pengelolaan/nip')
      .set(people.kanwil)
      .set('accept', 'text/html')
      .expect(403);
    await api(app)
      .post('/api/visits/{id}/nip-looks', { as: people.stranger, path: { id: visit } })
      .expect(404);
    expect(await looks()).toEqual([]);
  });

  test('is read page by page', async () => {
    for (const as of [people.guest, people.host]) {
      app.clock.advance(60_000);
      await api(app)
        .post('/api/visits/{id}/nip-looks', { as, path: { id: visit } })
        .expect(200);
    }
    const first = (
      await api(app)
        .get('/api/nip-looks', { as: admin, query: { limit: 1 } })
        .expect(200)
    ).body;
    const cursor = first.nextCursor ?? '';
    const next = (
      await api(app)
        .get('/api/nip-looks', { as: admin, query: { limit: 1, cursor } })
        .expect(200)
    ).body;
    expect([...first.items, ...next.items].map(({ lookedByName }) => lookedByName)).toEqual([
      'Petugas petugas@tuan.test',
      'Petugas petugas@tamu.test',
    ]);
    expect(next.nextCursor).toBeNull();
  });
});
