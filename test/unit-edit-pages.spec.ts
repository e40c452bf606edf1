import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

const PATH = '/upt/rutan-banjarnegara/ubah';
let app: TestApp;
let people: UsualPeople;
let head: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: 'rutan-banjarnegara' });
});
afterAll(() => app.close());

const get = (by: Header, path = PATH) => request(app.server).get(path).set(by).set('accept', 'text/html');
const send = (by: Header, fields: Record<string, string>) =>
  request(app.server).post(PATH).set(by).set('accept', 'text/html').type('form').send(fields);
const version = async (): Promise<string> => {
  const [row] = await app.database.query<{ version: number }>(
    `SELECT version FROM unit WHERE code = 'rutan-banjarnegara'`,
  );
  return String(row?.version);
};
const hosting = {
  open: 'ya',
  capacity: '2',
  largestParty: '',
  shortestNoticeDays: '3',
  longestNoticeDays: '60',
  senin: '09.00–11.00, 13.00–15.00',
  identityRule: 'Tunjukkan KTP.',
  closedDays: '2025-11-05 Apel besar',
  email: '',
  phone: '0812 3456 7890',
  address: 'Jalan Pemuda 1',
};

test('a head changes how the own unit receives guests, and the page shows it', async () => {
  await send(head, { version: await version(), ...hosting })
    .expect(303)
    .expect('location', '/upt/rutan-banjarnegara?info=disimpan');
  const form = await get(head).expect(200);
  for (const text of ['value="09.00–11.00, 13.00–15.00"', '5 November 2025: Apel besar', '+6281234567890']) {
    expect(form.text).toContain(text);
  }
  expect(form.text).not.toContain('name="place"');
  const shown = await get(people.guest, '/upt/rutan-banjarnegara?minggu=2025-11-03').expect(200);
  expect(shown.text).toContain('Apel besar');
});

test('what is wrong is told beside its field, and nothing typed is lost', async () => {
  const wrong = { ...hosting, senin: 'pagi', closedDays: 'besok libur', phone: 'x', address: 'Jalan Baru' };
  const first = await send(head, { version: await version(), ...wrong, phone: '' }).expect(422);
  expect(first.text).toMatch(/id="senin-fault"[^>]*>Tulis seperti/);
  expect(first.text).toMatch(/id="closedDays-fault"[^>]*>Baris “besok libur”/);
  expect(first.text).toContain('value="Jalan Baru"');
  const capacity = await send(head, { version: await version(), ...hosting, capacity: '99' }).expect(422);
  expect(capacity.text).toMatch(/id="capacity-fault"[^>]*>Jumlah kunjungan bersamaan/);
});

test('two who change at once do not overwrite each other unseen', async () => {
  const seen = await version();
  await send(head, { version: seen, ...hosting }).expect(303);
  const stale = await send(head, { version: seen, ...hosting, address: 'Jalan Kedua' }).expect(409);
  expect(stale.text).toContain('value="Jalan Kedua"');
  expect(stale.text).toContain(`name="version" value="${await version()}"`);
});

test('the Kanwil changes the name as well, a head does not, officers and others nothing', async () => {
  await send(people.kanwil, {
    version: await version(),
    name: 'Rutan Banjar',
    place: 'Banjarnegara',
    ...hosting,
  }).expect(303);
  await send(head, { version: await version(), name: 'Rutan Kita', ...hosting }).expect(303);
  const [row] = await app.database.query<{ name: string }>(
    `SELECT name FROM unit WHERE code = 'rutan-banjarnegara'`,
  );
  expect(row?.name).toBe('Rutan Banjar');
  for (const by of [people.host, people.guest]) {
    await get(by).expect(403);
    await send(by, { version: '1', ...hosting }).expect(403);
  }
  await get(head, '/upt/bapas-purwokerto/ubah').expect(403);
  await get(head, '/upt/tidak-ada/ubah').expect(404);
});

test.each([
  { version: 'x' },
  { capacity: '1e99' },
  { latitude: 'utara' },
  { senin: '\u0000' },
  { tambahan: 'x' },
])('refuses %j without failing', async (fields) => {
  const given = { version: await version(), ...hosting, ...(fields as unknown as Record<string, string>) };
  const answer = await send(head, given);
  expect(answer.status).toBe(422);
});

const look = (fields: Record<string, string>) =>
  request(app.server)
    .post(`${PATH}/pratinjau`)
    .set(head)
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const previewOf = (page: string): string =>
  /<div id="pratinjau".*?(?=<p class="text-secondary">Per)/s.exec(page)?.[0] ?? '';

test('what hours would come of the form is shown before it is saved', async () => {
  const before = await version();
  expect(previewOf((await get(head)).text)).toContain('Pratinjau pekan');
  const fields = {
    version: before,
    ...hosting,
    senin: '07.15–08.45',
    selasa: '07.15–08.45',
    rabu: '07.15–08.45',
  };
  const { text } = await look({ ...fields, kamis: '07.15–08.45', jumat: '07.15–08.45' }).expect(200);
  expect(previewOf(text)).toContain('07.15–08.45 WIB');
  const closed = await look({ ...fields, open: '' }).expect(200);
  expect(previewOf(closed.text)).toContain('tidak menerima kunjungan');
  const wrong = await look({ ...fields, senin: 'pagi' }).expect(422);
  expect(previewOf(wrong.text)).toContain('Pratinjau tampil setelah isian ini diperbaiki');
  expect(previewOf(wrong.text)).toContain('Tulis seperti 08.00');
  expect(await version()).toBe(before);
});
