import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, { title: 'Lele & <b>kambing</b>' });
  await create(app, people.guest, { title: 'Masih draf' });
});
afterAll(() => app.close());

const get = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);
const OCTOBER = 'dari=2025-10-01&sampai=2025-10-31';
const events = async (by: Header, more = ''): Promise<string[]> => {
  const { body } = await get(`/kalender/acara?${OCTOBER}${more}`, by).expect(200);
  return (body as { events: { title: string }[] }).events.map(({ title }) => title);
};
const times = { mulai: '2025-11-06T02:00:00Z', selesai: '2025-11-06T05:00:00Z' };
const move = (by: Header, form: object) =>
  request(app.server).post(`/kalender/pindah/${visit.id}`).set(by).type('form').send(form);

test('everybody finds the visits they may see, and no draft of another unit', async () => {
  expect(await events(people.guest)).toEqual(expect.arrayContaining(['Masih draf', 'Lele & <b>kambing</b>']));
  expect(await events(people.host)).toEqual(['Lele & <b>kambing</b>']);
  expect(await events(people.kanwil)).toEqual(['Lele & <b>kambing</b>']);
  expect(await events(people.stranger, '&lingkup=wilayah')).toEqual([]);
  expect(await events(people.guest, '&lingkup=saya')).toEqual([]);
  expect(await events(people.guest, '&keadaan=draft')).toEqual(['Masih draf']);
  expect(await events(people.host, '&keadaan=draft')).toEqual([]);
  expect(await events(people.guest, '&program=tidak-ada')).toEqual([]);
  expect(await events(people.guest, '&upt=rutan-banjarnegara&keadaan=confirmed')).toEqual([
    'Lele & <b>kambing</b>',
  ]);
  expect(await events(people.guest, '&upt=rutan-purbalingga')).toEqual([]);
});

test('without script the month is a list, with ways to other months', async () => {
  const { text } = await get('/kalender?bulan=2025-10', people.host).expect(200);
  expect(text).toContain('Lele &amp; &lt;b>kambing');
  expect(text).toContain('Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
  expect(text).toContain('bulan=2025-11');
  expect(text).not.toContain('Masih draf');
  await get('/kalender?bulan=%00x&keadaan=zz&lingkup=semua', people.host);
  await get('/kalender/acara?dari=2025-01-01&sampai=2025-12-31', people.host).expect(400);
});

test('the filter offers units of the region, and tells whose closed days it shows', async () => {
  const usual = (await get('/kalender?bulan=2025-10', people.guest)).text;
  expect(usual).toContain('value="rutan-purbalingga"');
  expect(usual).not.toContain('value="lapas-abepura"');
  expect(usual).toContain('Setiap Sabtu dan Minggu: tidak menerima kunjungan');
  const far = (await get('/kalender?bulan=2025-10&upt=lapas-abepura', people.guest)).text;
  expect(far).toMatch(/hari tutup Lapas [^<]*Abepura/);
  expect(far).toContain('Saring (1 aktif)');
  expect((await get('/kalender?bulan=2025-10', people.kanwil)).text).toContain('Pilih satu UPT');
});

test('an administrator sees every visit but drafts', async () => {
  const far = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  expect(await events(far)).toEqual(['Lele & <b>kambing</b>']);
});

test('a drag is asked about, and proposes the new time to the other unit', async () => {
  const path = `/kalender/pindah/${visit.id}?${new URLSearchParams(times).toString()}`;
  const { text } = await get(path, people.guest).expect(200);
  expect(text).toContain('Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
  expect(text).toContain('Kamis, 6 November 2025, pukul 09.00–12.00 WIB');
  await get(path, people.stranger).expect(404);
  await get(path, people.kanwil).expect(403);
  const form = { ...times, version: visit.version, reason: 'Panen maju' };
  await move(people.stranger, form).expect(404);
  await move(people.guest, { ...form, mulai: 'kemarin' }).expect(400);
  const stale = await move(people.guest, { ...form, version: visit.version + 7 });
  expect([stale.status, stale.text.includes('Panen maju')]).toEqual([409, true]);
  const without = await move(people.guest, { ...form, reason: '' });
  expect(without.status).toBe(422);
  const moved = await move(people.guest, form).expect(303);
  expect(moved.headers['location']).toBe(`/kunjungan/${visit.id}?info=reschedule`);
  const { body } = await api(app)
    .get('/api/visits/{id}', { as: people.host, path: { id: visit.id } })
    .expect(200);
  expect(body.proposal?.startsAt).toMatch(/^2025-11-06T09:00/);
});
