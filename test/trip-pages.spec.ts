import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { asSeen } from './support/pasted.js';
import { usualPeople, type UsualPeople } from './support/people.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());

const PARTY = 'Sari Dewi\tKepala\tsari@contoh.test\nTono';

const form = (change: object = {}) => ({
  title: 'Belajar WBK',
  purpose: 'Melihat layanan terpadu',
  kind: 'study-visit',
  'host-1': 'Rutan Kelas IIB Banjarnegara',
  'day-1': '4 November 2025',
  'from-1': '09.00',
  'to-1': '11.00',
  'programs-1': 'akselerasi-2',
  'host-2': 'purbalingga',
  'day-2': '5 November 2025',
  'from-2': '09.00',
  'to-2': '11.00',
  'host-3': '',
  'day-3': '',
  tempel: PARTY,
  ...asSeen('tempel', PARTY),
  langkah: 'ajukan',
  ...change,
});

const send = (change: object = {}) =>
  request(app.server)
    .post('/perjalanan/baru')
    .set(people.guest)
    .set('accept', 'text/html')
    .type('form')
    .send(form(change));

test('the page shows the ways before anything is sent', async () => {
  const answer = await send({ langkah: 'periksa', 'host-2': 'Rutan Kelas IIB Purbalingga' }).expect(200);
  expect(answer.text).toMatch(/Banjarnegara ke Rutan Kelas IIB Purbalingga: kira-kira \d+ km garis lurus/);
  expect(await app.database.query('SELECT 1 FROM trip')).toHaveLength(0);
});

test.each([
  [
    'legs at one time',
    { 'host-2': 'Rutan Kelas IIB Purbalingga', 'day-2': '4 November 2025' },
    'Singgah bertumpuk',
  ],
  ['a host that is not there', { 'host-2': 'Rutan Entah' }, 'Tidak ada UPT bernama “Rutan Entah”.'],
  ['words that mean several', { 'host-2': 'rutan' }, 'Ada beberapa yang cocok'],
  ['no day', { 'host-2': 'Rutan Kelas IIB Purbalingga', 'day-2': '' }, 'Isi harinya.'],
])('%s is refused beside what was typed', async (_, change, words) => {
  const answer = await send(change);
  const main = answer.text.replace(/^.*<main/s, '');
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(main).toContain(words);
  expect(answer.text).toContain('Belajar WBK');
});

test('it is sent, changed and called off on its page', async () => {
  const sent = await send({ 'host-2': 'Rutan Kelas IIB Purbalingga' }).expect(303);
  const path = (sent.headers['location'] ?? '').replace(/\?.*/, '');
  const page = await request(app.server).get(path).set(people.guest).set('accept', 'text/html').expect(200);
  expect(page.text).toContain('Sari Dewi (memimpin)');
  const press = (name: string, body: object) =>
    request(app.server)
      .post(`${path}/langkah/${name}`)
      .set(people.guest)
      .set('accept', 'text/html')
      .type('form')
      .send(body);
  const changed = 'Tono\tStaf\nSari Dewi\t\tsari@contoh.test';
  await press('rombongan', { version: 1, tempel: changed, ...asSeen('tempel', changed) }).expect(303);
  const [visit] = await app.database.query<{ id: string }>('SELECT visit_id AS id FROM trip_leg LIMIT 1');
  const ending = await press('batal', { version: 2, singgah: visit?.id, reason: 'Waktu terbatas.' });
  expect(ending.headers['location']).toBe(`${path}?info=batal`);
  const states = await app.database.query<{ state: string }>('SELECT state FROM visit ORDER BY state');
  expect(states.map(({ state }) => state)).toEqual(['requested', 'withdrawn']);
});

test('a leg is added on its page; what does not fit is shown again with the reason', async () => {
  const sent = await send({ title: 'Tiga singgah', 'host-2': 'Rutan Kelas IIB Purbalingga' }).expect(303);
  const path = (sent.headers['location'] ?? '').replace(/\?.*/, '');
  const add = (body: object) =>
    request(app.server)
      .post(`${path}/langkah/singgah`)
      .set(people.guest)
      .set('accept', 'text/html')
      .type('form')
      .send({
        version: 1,
        host: 'lapas-cilacap',
        day: '6 November 2025',
        from: '09.00',
        to: '11.00',
        ...body,
      });
  const unknown = await add({ host: 'Rutan Antah Berantah' }).expect(422);
  expect(unknown.text).toContain('value="Rutan Antah Berantah"');
  const clash = await add({ day: '5 November 2025' }).expect(409);
  expect(clash.text).toContain('Singgah bertumpuk');
  const added = await add({}).expect(303);
  expect(added.headers['location']).toBe(`${path}?info=singgah`);
  const page = await request(app.server).get(path).set(people.guest).set('accept', 'text/html').expect(200);
  expect(page.text).toContain('Cilacap');
  expect(page.text).not.toContain('Tambah singgah');
});
