import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let app: TestApp;
let administrator: Header;
let kanwil: Header;
let head: Header;
let officer: Header;

beforeAll(async () => {
  app = await startApp({ OPERATOR: 'Kanwil Ditjenpas Uji' });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  kanwil = await signedIn(app, {
    email: 'kanwil@jateng.test',
    role: 'regional',
    regionalOffice: 'jawa-tengah',
  });
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
});
afterAll(() => app.close());

const items = async (as: Header) => (await api(app).get('/api/me/setup', { as }).expect(200)).body.items;
const itemOf = async (as: Header, name: string) => (await items(as)).find(({ item }) => item === name);
const page = async (as: Header) =>
  (await request(app.server).get('/').set('accept', 'text/html').set(as).expect(200)).text;

describe('What is left to be set up', () => {
  test('are facts, counted for the administrator', async () => {
    const [offices] = await app.database.query<{ total: number }>(
      'SELECT count(*)::int AS total FROM regional_office',
    );
    expect(await itemOf(administrator, 'offices-staffed')).toMatchObject({
      total: offices?.total,
      done: 1,
      left: (offices?.total ?? 0) - 1,
      href: '/pengelolaan/orang/undang',
    });
    expect(await itemOf(administrator, 'second-administrator')).toMatchObject({ total: 2, done: 1 });
    await signedIn(app, { email: 'admin2@pusat.test', role: 'administrator' });
    expect(await itemOf(administrator, 'second-administrator')).toBeUndefined();
    await app.database.query(
      `INSERT INTO mail_check (name, state, finding, detail, checked_at, since)
       VALUES ('smtp', 'bad', 'failed', '', now(), now())
       ON CONFLICT (name) DO UPDATE SET state = 'bad', finding = 'failed'`,
    );
    expect(await itemOf(administrator, 'mail-works')).toMatchObject({ href: '/surat/pemeriksaan' });
    expect(await page(administrator)).toContain('Pastikan surel berfungsi');
  });

  test('vanish for a head when they are done, and are put away by hand', async () => {
    expect((await items(head)).map(({ item }) => item)).toEqual([
      'hosting-rules',
      'unit-contact',
      'unit-officers',
    ]);
    await app.database.query(
      `UPDATE unit SET email = 'rutan@x.test', phone = '+62281', address = 'Jalan 1' WHERE code = 'rutan-banjarnegara'`,
    );
    officer = await signedIn(app, {
      email: 'petugas@tuan.test',
      role: 'officer',
      unit: 'rutan-banjarnegara',
    });
    expect((await items(head)).map(({ item }) => item)).toEqual(['hosting-rules']);
    expect(await page(head)).toContain('Periksa aturan menerima tamu');
    await request(app.server)
      .post('/persiapan/hosting-rules/singkirkan')
      .set('accept', 'text/html')
      .set(head)
      .expect(303);
    expect(await items(head)).toEqual([]);
    expect(await page(head)).not.toContain('Persiapan');
  });

  test('are none of an officer’s, and nobody puts away another’s', async () => {
    expect(await items(officer)).toEqual([]);
    const dismiss = (as: Header, item: string) =>
      api(app).post('/api/me/setup/{item}/dismissal', { as, path: { item } });
    await dismiss(officer, 'hosting-rules').expect(404);
    await dismiss(kanwil, 'tidak-ada').expect(404);
    await dismiss(kanwil, 'office-addressed').expect(204);
    await dismiss(kanwil, 'office-addressed').expect(204);
    expect(await itemOf(kanwil, 'office-addressed')).toBeUndefined();
  });
});

describe('Many heads', () => {
  const units = ['rutan-purbalingga', 'bapas-purwokerto'];
  const person = (unit: string, email: string) => ({
    name: `Kepala ${unit}`,
    email,
    role: 'unit-head',
    unit,
  });
  const invite = (as: Header, people: object[]) =>
    api(app).post('/api/people/invitations', { as, body: wrong({ people }) });

  test('are invited all or none, with what is wrong with each', async () => {
    const before = await itemOf(kanwil, 'units-headed');
    const [one = '', two = ''] = units;
    const taken = await invite(kanwil, [
      person(one, 'baru@x.test'),
      person(two, 'kepala@tuan.test'),
      person(two, 'BARU@x.test'),
    ]).expect(422);
    expect(taken.body).toMatchObject({
      errors: [{ field: 'people.1.email' }, { field: 'people.2.email' }],
    });
    expect(await itemOf(kanwil, 'units-headed')).toEqual(before);
    await invite(kanwil, [person(one, 'a@x.test'), { ...person(two, 'b@x.test'), unit: 'tidak-ada' }]).expect(
      422,
    );
    expect(await itemOf(kanwil, 'units-headed')).toEqual(before);
    const made = await invite(
      kanwil,
      units.map((unit) => person(unit, `kepala@${unit}.test`)),
    ).expect(201);
    expect(made.body.items).toHaveLength(2);
    expect(await itemOf(kanwil, 'units-headed')).toMatchObject({ left: (before?.left ?? 0) - 2 });
  });

  test('hear who invites, as what, where, and which office runs the system', async () => {
    const [mail] = await app.database.query<{ text: string }>(
      `SELECT body_text AS text FROM mail WHERE recipient_email = 'kepala@rutan-purbalingga.test'`,
    );
    for (const words of [
      'Diundang oleh: Petugas kanwil@jateng.test',
      'Sebagai: Kepala UPT',
      'Tempat tugas: Rutan Kelas IIB Purbalingga',
      'Sambang dikelola oleh: Kanwil Ditjenpas Uji',
    ])
      expect(mail?.text).toContain(words);
  });

  test('stand on one page with the units that still lack one, which keeps what was typed', async () => {
    const path = '/pengelolaan/orang/undang-kepala';
    const get = await request(app.server).get(path).set('accept', 'text/html').set(kanwil).expect(200);
    expect(get.text).not.toContain('Rutan Kelas IIB Purbalingga');
    const codes = [...get.text.matchAll(/name="units" value="([^"]+)"/g)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(2);
    const send = (names: string[], email: string[]) =>
      request(app.server)
        .post(path)
        .set('accept', 'text/html')
        .set(kanwil)
        .type('form')
        .send({ units: codes.slice(0, 2), names, email });
    const refused = await send(['Ani', 'Budi'], ['ani@x.test', 'kepala@tuan.test']).expect(422);
    expect(refused.text).toMatch(/value="Ani"/);
    expect(refused.text).toContain('Sudah dipakai akun lain.');
    await send(['', ''], ['', '']).expect(422);
    await send(['Ani', ''], ['ani@x.test', '']).expect(303);
    await request(app.server).get(path).set('accept', 'text/html').set(head).expect(403);
  });
});
