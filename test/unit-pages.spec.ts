import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let kanwil: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  await confirmed(app, guest, host, {});
});
afterAll(() => app.close());

const page = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);

test('units are found by name, place, type and office, with their distance', async () => {
  const { text } = await page('/upt?cari=banjarnegara&jenis=&kanwil=', guest).expect(200);
  expect(text).toContain('/upt/rutan-banjarnegara');
  expect(text).toMatch(/Banjarnegara · .* · WIB · kira-kira \d+ km/);
  expect(text).toContain('Menerima kunjungan');
  expect((await page('/upt?cari=tidak-ada-yang-ini', guest)).text).toContain('Tidak ada UPT yang cocok');
  const anything = await page('/upt?jenis=%3Cb%3E&kanwil=tidak-ada', guest).expect(200);
  expect(anything.text).toContain('/upt?');
});

test('the list begins at the own region, and leads on to all', async () => {
  const outside = '/upt/bapas-makassar';
  const inside = '/upt/rutan-banjarnegara';
  const own = await page('/upt?limit=100', guest).expect(200);
  expect(own.text).toContain(inside);
  expect(own.text).toMatch(/<option value="jawa-tengah" selected(="")?>/);
  expect(own.text).not.toContain(outside);
  expect((await page('/upt?cari=makassar', guest)).text).toContain(outside);
  const all = await page('/upt?kanwil=semua&limit=100', guest).expect(200);
  expect(all.text).toMatch(/<option value="semua" selected(="")?>/);
  expect(all.text).toContain('kanwil=semua&amp;cursor=');
});

test('Kanwil and directorates stand in the list where they are asked for, and are found by their names', async () => {
  const directorates = await page('/upt?jenis=directorate&kanwil=jawa-tengah', guest).expect(200);
  expect(directorates.text).toMatch(/href="\/upt\/pusat-[a-z-]+"/);
  expect(directorates.text).not.toContain('/upt/rutan-banjarnegara');
  const offices = await page('/upt?jenis=kanwil&kanwil=jawa-tengah', guest).expect(200);
  expect(offices.text).toContain('href="/upt/kanwil-jawa-tengah"');
  expect(offices.text).not.toContain('href="/upt/kanwil-bali"');
  expect((await page('/upt?cari=kanwil', guest)).text).toContain('href="/upt/kanwil-');
  expect((await page('/upt?cari=mitra&jenis=partner', guest).expect(200)).text).not.toContain(
    '/upt/partner-',
  );
});

test('a unit opens on the first week with a free time, unless another is asked for', async () => {
  const title = async (path: string) =>
    /id="minggu-judul">([^<]+)</.exec((await page(path, guest)).text)?.[1];
  const of = '/upt/rutan-purbalingga';
  const closed = await app.database.query<{ date: string }>(
    `INSERT INTO closed_day (unit, date, reason)
     SELECT 'rutan-purbalingga', day, 'Renovasi' FROM generate_series('2025-10-20'::date, '2025-11-07', '1 day') day
     RETURNING date::text`,
  );
  expect(closed).toHaveLength(19);
  expect(await title(of)).toBe('Pekan 10 November 2025');
  expect((await page(of, guest)).text).toContain('Pekan pertama yang masih punya waktu kosong.');
  expect(await title(`${of}?minggu=2025-10-22`)).toBe('Pekan 20 Oktober 2025');
  await app.database.query(`UPDATE hosting_policy SET open = false WHERE unit = 'rutan-purbalingga'`);
  expect(await title(of)).toBeUndefined();
});

test('a unit says in words when it receives guests, and shows which time of a week is taken', async () => {
  const { text } = await page('/upt/rutan-banjarnegara?minggu=2025-10-30', guest).expect(200);
  expect(text).toContain('Senin–Kamis');
  expect(text).toContain('pukul 08.00–12.00 dan 13.00–16.00 WIB');
  expect(text).toContain('/kunjungan/baru?tuan=rutan-banjarnegara');
  expect(text).toMatch(/unit-taken"><strong>09\.00–12\.00 WIB<\/strong><span>Terisi/);
  const own = await page('/upt/rutan-banjarnegara', host).expect(200);
  expect(own.text).not.toContain('/kunjungan/baru?tuan=');
});

test('the visits of a unit are shown to those who may see them', async () => {
  expect((await page('/upt/rutan-banjarnegara', guest)).text).toContain('href="/kunjungan/');
  expect((await page('/upt/rutan-banjarnegara', stranger)).text).toContain(
    'Belum ada kunjungan yang dapat Anda lihat',
  );
  expect((await page('/upt/rutan-banjarnegara', kanwil)).text).toContain('href="/kunjungan/');
});

test('nothing that is asked for breaks a page', async () => {
  for (const week of ['x', '9999-12-31', '0001-01-01', '2025-02-30', '%00', "';--"]) {
    await page(`/upt/rutan-banjarnegara?minggu=${week}&minggu=2`, guest).expect(200);
    await page(`/upt/rutan-banjarnegara?minggu=${week}`, guest).expect(200);
  }
  await page('/upt/tidak-ada', guest).expect(404);
  await page('/upt?cursor=bukan', guest).expect(400);
  await request(app.server).get('/upt').set('accept', 'text/html').expect(401);
});

test('the search over everything finds units', async () => {
  expect((await page('/cari?q=banjarnegara', guest).expect(200)).text).toContain('/upt/rutan-banjarnegara');
});

test('a unit is strong in what was visited and written of each program, and shows its notes', async () => {
  const note = {
    ...{ unit: 'rutan-banjarnegara', title: 'Kebun dan ternak', context: 'Lahan.', whatWasDone: 'Dikelola.' },
    ...{ result: 'Panen setiap bulan.', howToCopy: 'Mulai kecil.', programs: ['akselerasi-2'] },
  };
  const head = await signedIn(app, {
    email: 'kepala@tuan.test',
    role: 'unit-head',
    unit: 'rutan-banjarnegara',
  });
  await api(app)
    .post('/api/notes', { as: head, body: { ...note, state: 'published' } })
    .expect(201);
  await api(app)
    .post('/api/notes', { as: host, body: { ...note, title: 'Belum selesai', state: 'draft' } })
    .expect(201);
  await app.database.query(`UPDATE visit SET state = 'closed'`);
  await app.database.query(`INSERT INTO visit_program (visit_id, program)
    SELECT id, 'akselerasi-2' FROM visit ON CONFLICT DO NOTHING`);
  const { text } = await page('/upt/rutan-banjarnegara', stranger).expect(200);
  expect(text).toMatch(/1 kunjungan diterima<\/li>/);
  expect(text).toMatch(
    /href="\/praktik-baik\?upt=rutan-banjarnegara&amp;program=akselerasi-2">1 praktik baik<\/a>/,
  );
  expect(text).toContain('Kebun dan ternak');
  expect(text).not.toContain('Belum selesai');
  await app.database.query(`UPDATE visit SET state = 'confirmed'`);
});

test('styles of its sections stand in the head, and the way to all its visits keeps to it', async () => {
  const { text } = await page('/upt/rutan-banjarnegara', guest).expect(200);
  const [head = '', body = ''] = text.split('</head>');
  expect(head).toContain('visit.css');
  expect(body).not.toContain('stylesheet');
  expect(body).toContain('href="/kunjungan?tab=semua&amp;upt=rutan-banjarnegara"');
  const all = await page('/kunjungan?tab=semua&upt=rutan-banjarnegara', guest).expect(200);
  expect(all.text).toContain('Kunjungan dengan <a href="/upt/rutan-banjarnegara">');
  expect(all.text).toMatch(/href="\/kunjungan\/[0-9a-f-]{36}"/);
  const none = await page('/kunjungan?tab=semua&upt=rutan-purbalingga', guest).expect(200);
  expect(none.text).not.toMatch(/href="\/kunjungan\/[0-9a-f-]{36}"/);
  expect(none.text).toContain('Tidak ada kunjungan yang cocok');
});

test('a program that ended is no choice any more, but stays where it was chosen', async () => {
  await app.database.query(`UPDATE program SET retired_on = '2025-10-01' WHERE code = 'akselerasi-3'`);
  for (const path of ['/kunjungan', '/kalender']) {
    expect((await page(path, guest).expect(200)).text).not.toContain('value="akselerasi-3"');
    expect((await page(`${path}?program=akselerasi-3`, guest)).text).toContain(
      'value="akselerasi-3" selected',
    );
  }
});
