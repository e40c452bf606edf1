import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { create, requested, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger } = await usualPeople(app));
  visit = await requested(app, guest, {
    title: 'Lele & <b>kambing</b>',
    participants: [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }],
  });
});
afterAll(() => app.close());

const page = (path: string, by: Header | null) => {
  const asked = request(app.server).get(path).set('accept', 'text/html');
  return by ? asked.set(by) : asked;
};

test('a visit is read by those who may see it, in words and without markup of its own', async () => {
  const { text } = await page(`/kunjungan/${visit.id}`, host).expect(200);
  expect(text).toContain('Lele &amp; &lt;b>kambing');
  expect(text).toContain('Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
  expect(text).toContain('Menunggu jawaban UPT tujuan.');
  expect(text).toContain('Petugas petugas@tamu.test mengajukan permintaan');
  await page(`/kunjungan/${visit.id}`, stranger).expect(404);
  const visitor = await page(`/kunjungan/${visit.id}`, null);
  expect([visitor.status, visitor.text.includes('/masuk')]).toEqual([401, true]);
});

test('agenda and follow-ups are parts of the page once they are there', async () => {
  const without = await page(`/kunjungan/${visit.id}`, guest).expect(200);
  expect(without.text).not.toContain('Tur kebun');
  const items = [
    {
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      title: 'Tur kebun',
      kind: 'field-tour' as const,
      place: '',
    },
  ];
  await api(app)
    .put('/api/visits/{id}/agenda', { as: host, path: { id: visit.id }, body: { version: 0, items } })
    .expect(200);
  await api(app)
    .post('/api/visits/{id}/agenda/publish', { as: host, path: { id: visit.id }, body: { version: 1 } })
    .expect(200);
  await api(app)
    .post('/api/follow-ups', {
      as: guest,
      body: {
        visit: visit.id,
        what: 'Demplot',
        unit: 'bapas-purwokerto',
        person: 'Sari',
        dueOn: '2025-12-31',
      },
    })
    .expect(201);
  const { text } = await page(`/kunjungan/${visit.id}`, guest).expect(200);
  expect(text).toMatch(/Susunan acara.*Tur kebun.*Tindak lanjut.*Demplot/s);
});

test('the list is searched and filtered by a form without script', async () => {
  await create(app, guest, { title: 'Masih draf' });
  const all = await page('/kunjungan?tab=semua', guest).expect(200);
  expect(all.text).toContain('Masih draf');
  expect((await page('/kunjungan?tab=semua', host).expect(200)).text).not.toContain('Masih draf');
  const filtered = await page('/kunjungan?query=&state=draft', guest).expect(200);
  expect(filtered.text).not.toContain('Lele');
  const found = await page('/kunjungan?query=lele&state=', guest).expect(200);
  expect(found.text).not.toContain('Masih draf');
  expect((await page('/kunjungan?query=tidak-ada-yang-ini', guest).expect(200)).text).toContain('Tidak ada');
  await page('/kunjungan?cursor=bukan', guest).expect(400);
});
