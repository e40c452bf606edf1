import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { formsOf } from './support/page-forms.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
const GUEST = 'bapas-purwokerto';

let app: TestApp;
let people: UsualPeople;
let head: Header;
let guestHead: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: HOST });
  guestHead = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: GUEST });
  visit = await confirmed(app, people.guest, people.host);
});
afterAll(() => app.close());

const read = async (code = HOST) =>
  (await api(app).get('/api/units/{code}', { as: head, path: { code } }).expect(200)).body;

async function change(body: object, as: Header = head, code = HOST, status = 200) {
  const { version } = await read(code);
  const call = api(app).patch('/api/units/{code}', { as, path: { code }, body: wrong({ version, ...body }) });
  return call.expect(status);
}

const confirm = (version: number, as: Header = head, code = HOST) =>
  api(app).post('/api/units/{code}/position/confirm', { as, path: { code }, body: { version } });

const pageOf = async (path: string, as: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(as).expect(200)).text;

async function eventOf(): Promise<ICAL.Component> {
  const call = api(app).get('/api/visits/{id}/invite.ics', { as: people.guest, path: { id: visit.id } });
  const { text } = await call.buffer().expect(200);
  return new ICAL.Component(ICAL.parse(String(text)) as unknown[]).getFirstSubcomponent('vevent')!;
}

test('a head says where the own unit is and how it is reached; the street stands in calendars', async () => {
  await change({
    address: 'Jl. Letjend Suprapto 38',
    postcode: ' 53415 ',
    phone: '0286 591 100',
    webPage: 'rutanbanjarnegara.kemenimipas.go.id',
    latitude: -7.396112,
    longitude: 109.697921,
  });
  expect(await read()).toMatchObject({
    postcode: '53415',
    webPage: 'https://rutanbanjarnegara.kemenimipas.go.id',
    positionConfirmedAt: null,
    positionConfirmedBy: null,
  });
  expect(String((await eventOf()).getFirstPropertyValue('location'))).toMatch(
    /, Jl\. Letjend Suprapto 38 53415$/,
  );
  const page = await pageOf(`/upt/${HOST}`, people.guest);
  expect(page).toContain('href="https://rutanbanjarnegara.kemenimipas.go.id"');
  expect(page).toContain('53415');
});

describe('a position', () => {
  test('leads nobody anywhere before it is confirmed', async () => {
    expect((await eventOf()).getFirstProperty('geo')).toBeNull();
    const page = await pageOf(`/upt/${HOST}`, people.guest);
    expect(page).toContain('Kira-kira; belum dipastikan');
    expect(page).toContain('https://www.openstreetmap.org/?mlat=-7.396112&amp;mlon=109.697921');
    expect(page).not.toContain(`/upt/${HOST}/letak`);
  });

  test('is confirmed by the head with one press, and then stands in calendars', async () => {
    const path = `/upt/${HOST}`;
    const form = formsOf(await pageOf(path, head), path).find(({ action }) => action === `${path}/letak`);
    const fields = Object.fromEntries(form?.hidden ?? []);
    await request(app.server)
      .post(`${path}/letak`)
      .set(head)
      .set('accept', 'text/html')
      .type('form')
      .send(fields)
      .expect(303)
      .expect('location', `${path}?info=dipastikan`);
    const unit = await read();
    expect(unit.positionConfirmedAt).not.toBeNull();
    expect(unit.positionConfirmedBy).not.toBeNull();
    const geo = (await eventOf()).getFirstPropertyValue('geo') as unknown as number[];
    expect(geo).toEqual([-7.396112, 109.697921]);
    expect(await pageOf(path, people.guest)).toContain(`Dipastikan oleh ${unit.positionConfirmedBy}`);
    // It is a person, who is shown as called today.
    await app.database.query(`UPDATE person SET name = 'Nama Baru' WHERE name = $1`, [
      unit.positionConfirmedBy,
    ]);
    expect((await read()).positionConfirmedBy).toBe('Nama Baru');
    expect(await pageOf(path, people.guest)).toContain('Dipastikan oleh Nama Baru');
  });

  test('is told to the metre once both are confirmed, and about before', async () => {
    await change({ latitude: -7.4245, longitude: 109.2302 }, guestHead, GUEST);
    expect(await pageOf(`/upt/${HOST}`, people.guest)).toContain('kira-kira 52 km garis lurus');
    await confirm((await read(GUEST)).version, guestHead, GUEST).expect(200);
    expect(await pageOf(`/upt/${HOST}`, people.guest)).toMatch(/51,\d{3} km garis lurus/);
    const list = await api(app)
      .get('/api/units', { as: people.guest, query: { query: 'Banjarnegara' } })
      .expect(200);
    expect(list.body.items.find(({ code }) => code === HOST)?.positionConfirmed).toBe(true);
  });

  test('that changes has to be confirmed anew; what else changes does not', async () => {
    await change({ postcode: '53416' });
    expect((await read()).positionConfirmedAt).not.toBeNull();
    await change({ latitude: -7.4 });
    expect(await read()).toMatchObject({ positionConfirmedAt: null, positionConfirmedBy: null });
    expect((await eventOf()).getFirstProperty('geo')).toBeNull();
  });

  test('is confirmed as it was seen, and only by those who may change it', async () => {
    const { version } = await read();
    await change({ latitude: -7.41 });
    const stale = await confirm(version).expect(409);
    expect(stale.body).toMatchObject({ code: 'unit-changed' });
    const page = `/upt/${HOST}/letak`;
    const shown = await request(app.server)
      .post(page)
      .set(head)
      .set('accept', 'text/html')
      .type('form')
      .send({ version });
    expect([shown.status, shown.text.includes('lintang -7,41')]).toEqual([409, true]);
    const now = (await read()).version;
    for (const as of [people.host, people.guest, guestHead]) await confirm(now, as).expect(403);
    await confirm(now, people.kanwil).expect(200);
    await change({ latitude: null, longitude: null });
    const unknown = await confirm((await read()).version).expect(409);
    expect(unknown.body).toMatchObject({ code: 'position-unknown' });
  });

  test.each([
    { postcode: '5341' },
    { postcode: 'abcde' },
    { webPage: 'javascript:alert(1)' },
    { webPage: 'x' },
  ])('and address are refused where they cannot be: %j', async (body) => {
    await change(body, head, HOST, 422);
  });
});
