import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, create, step, type Header, type ShownVisit } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let head: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: HOST });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const hours = (startsAt: string, endsAt: string, weekdays = [1, 2, 3, 4, 5]) =>
  weekdays.map((weekday) => ({ weekday, startsAt, endsAt }));
const season = (from: string, until: string, windows = hours('09:00', '12:00')) => ({
  name: 'Ramadan (uji)',
  from,
  until,
  windows,
});
const add = (as: Header, body: object) =>
  api(app).post('/api/hosting-periods', { as, body: body as ReturnType<typeof season> });
const unitOf = async (code = HOST) =>
  (await api(app).get('/api/units/{code}', { as: guest, path: { code } }).expect(200)).body;
const times = (date: string, from: string, until: string) => ({
  startsAt: `${date}T${from}:00+07:00`,
  endsAt: `${date}T${until}:00+07:00`,
});
const free = async (date: string, more: object = {}) => {
  const { body } = await api(app)
    .get('/api/units/{code}/availability', {
      as: guest,
      path: { code: HOST },
      query: { from: date, to: date, ...more },
    })
    .expect(200);
  return body.items.map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`);
};
const post = (as: Header, path: string, fields: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(as).type('form').send(fields);
const get = (as: Header, path: string) =>
  request(app.server).get(path).set('accept', 'text/html').set(as).expect(200);
const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const toldOf = async ({ id }: ShownVisit): Promise<string[]> => {
  await app.settle();
  const mails = await app.database.query<{ email: string }>(
    `SELECT DISTINCT recipient_email AS email FROM mail
     WHERE stream = $1 AND subject LIKE '% kunjungan perlu dipastikan%' ORDER BY 1`,
    [id],
  );
  return mails.map(({ email }) => email);
};

test('a period of every unit gives other hours to free times, requests, pages and calendars', async () => {
  const made = await add(administrator, season('2025-11-03', '2025-11-14')).expect(201);
  expect(made.body).toMatchObject({
    ...season('2025-11-03', '2025-11-14'),
    unit: null,
    closed: false,
    version: 1,
  });
  expect(await free('2025-11-03')).toEqual(['09:00–12:00']);
  expect(await free('2025-10-31')).toEqual(['08:00–11:30', '13:30–16:00']);
  expect(await free('2025-11-08')).toEqual([]);
  const late = await create(app, guest, times('2025-11-04', '13:00', '15:00'));
  const refused = await step<{ code: string }>(app, guest, late, 'submit', {}, 422);
  expect(refused.code).toBe('outside-hosting-hours');
  const early = await create(app, guest, times('2025-11-04', '09:00', '11:00'));
  expect((await step(app, guest, early, 'submit')).state).toBe('requested');
  const { text } = await get(guest, `/upt/${HOST}?minggu=2025-11-03`);
  expect(text).toContain('Ramadan (uji)');
  expect(text).toContain('09.00–12.00');
  expect((await unitOf()).periods).toMatchObject([{ name: 'Ramadan (uji)', national: true }]);
});

test('the unit’s own period goes before it, and one that closes is a closed day everywhere', async () => {
  const own = {
    ...season('2025-11-05', '2025-11-06', hours('13:00', '15:00')),
    unit: HOST,
    name: 'Pekan uji',
  };
  const made = await add(head, own).expect(201);
  expect(await free('2025-11-05')).toEqual(['13:00–15:00']);
  expect(await free('2025-11-07')).toEqual(['09:00–12:00']);
  const path = { id: made.body.id };
  const closed = { ...own, closed: true, windows: [], version: 1 };
  const { unit: _, ...body } = closed;
  await api(app).put('/api/hosting-periods/{id}', { as: head, path, body }).expect(200);
  expect(await free('2025-11-05')).toEqual([]);
  const visit = await create(app, guest, times('2025-11-06', '09:00', '11:00'));
  const refused = await step<{ code: string; detail: string }>(app, guest, visit, 'submit', {}, 422);
  expect([refused.code, refused.detail]).toEqual(['host-closed', expect.stringContaining('Pekan uji')]);
  const calendar = await get(host, '/kalender?bulan=2025-11');
  expect(calendar.text).toContain('Pekan uji');
  await api(app)
    .delete('/api/hosting-periods/{id}', { as: head, path, query: { version: 1 } })
    .expect(409);
  await api(app)
    .delete('/api/hosting-periods/{id}', { as: head, path, query: { version: 2 } })
    .expect(204);
  expect(await free('2025-11-05')).toEqual(['09:00–12:00']);
});

test('each keeps only what is theirs, and periods of one scope do not overlap', async () => {
  const national = season('2026-03-01', '2026-03-10');
  for (const as of [guest, host, head]) expect((await add(as, national)).status).toBe(403);
  for (const as of [guest, host, stranger])
    expect((await add(as, { ...national, unit: HOST })).status).toBe(403);
  await add(administrator, national).expect(201);
  const again = await add(administrator, season('2026-03-10', '2026-03-12')).expect(409);
  expect(again.body).toMatchObject({ code: 'hosting-periods-overlap' });
  await add(head, { ...national, unit: HOST }).expect(201);
  await add(head, { ...national, unit: 'tidak-ada' }).expect(404);
  const wrong = await add(administrator, season('2026-04-02', '2026-04-01')).expect(422);
  expect(wrong.body).toMatchObject({ code: 'hosting-period-unsound', errors: [{ field: 'until' }] });
  const { body } = await api(app).get('/api/hosting-periods', { as: guest }).expect(200);
  expect(body.items.map(({ unit }) => unit)).toEqual([null, null]);
});

test('a period over a confirmed visit is asked about before it is saved, by the API and on the page, and told', async () => {
  const visit = await confirmed(app, guest, host, {
    ...times('2025-12-02', '14:00', '15:00'),
    title: 'Sore hari',
  });
  const other = await confirmed(app, guest, host, times('2025-12-03', '09:00', '10:00'));
  const asked = await add(administrator, season('2025-12-01', '2025-12-05')).expect(409);
  const named = (asked.body as unknown as { displaced: { id: string; because: string }[] }).displaced;
  expect(named).toMatchObject([{ id: visit.id, because: 'Di luar jam kunjungan tuan rumah.' }]);
  const fields = {
    name: 'Ramadan (uji)',
    from: '1 Desember 2025',
    until: '5 Desember 2025',
    selasa: '9-12',
    rabu: '9-12',
  };
  const page = await post(administrator, '/pengelolaan/masa', fields).expect(200);
  expect(page.text).toMatch(/1 kunjungan yang sudah disepakati.*Sore hari/s);
  expect(await toldOf(visit)).toEqual([]);
  const displaced = hidden(page.text, 'displaced');
  expect(displaced).toBe(visit.id);
  await post(administrator, '/pengelolaan/masa', { ...fields, displaced }).expect(303);
  expect(await toldOf(visit)).toEqual([
    'kanwil@jateng.test',
    'kepala@tuan.test',
    'petugas@tamu.test',
    'petugas@tuan.test',
  ]);
  expect(await toldOf(other)).toEqual([]);
});

test('a period that goes is asked about, too, where a visit was agreed in its hours', async () => {
  const own = { ...season('2025-12-15', '2025-12-19', hours('16:00', '18:00')), unit: HOST, name: 'Sore' };
  const { body: period } = await add(head, own).expect(201);
  const visit = await confirmed(app, guest, host, times('2025-12-16', '16:00', '17:00'));
  const path = `/upt/${HOST}/masa/${period.id}`;
  const page = await get(head, path);
  expect(page.text).toContain('16.00–18.00');
  const asked = await post(head, `${path}/hapus`, { version: '1' }).expect(200);
  expect(hidden(asked.text, 'displaced')).toBe(visit.id);
  expect(asked.text).toContain('Tetap hapus masa ini');
  await post(head, `${path}/hapus`, { version: '1', displaced: visit.id }).expect(303);
  expect(await toldOf(visit)).toContain('petugas@tamu.test');
});

test('a unit’s page of periods shows the week that a period would make before it is saved', async () => {
  const path = `/upt/${HOST}/masa`;
  const fields = { name: 'Pekan olahraga', from: '2025-11-17', until: '2025-11-21', senin: '10-11.30' };
  const shown = await post(head, `${path}/pratinjau`, fields).expect(200);
  expect(shown.text).toMatch(/id="pekan".*17 November 2025.*10\.00–11\.30/s);
  expect((await unitOf()).periods.map(({ name }) => name)).not.toContain('Pekan olahraga');
  const refused = await post(head, path, { ...fields, senin: 'pagi' }).expect(422);
  expect(refused.text).toContain('Tulis seperti 08.00–11.30');
  await post(head, path, fields).expect(303);
  expect((await get(head, `/upt/${HOST}/ubah`)).text).toContain('Pekan olahraga');
  await post(stranger, path, fields).expect(403);
});
