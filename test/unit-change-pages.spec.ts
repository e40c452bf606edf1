import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

const PATH = '/pengelolaan/perubahan-upt';
let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const page = (path: string, as: Header) => request(app.server).get(path).set('accept', 'text/html').set(as);

test('a form that cannot be saved shows everything that was typed', async () => {
  const send = (fields: object, as: Header = people.kanwil) =>
    request(app.server).post(`${PATH}/baru`).set(as).set('accept', 'text/html').type('form').send(fields);
  const typed = {
    kind: 'merged',
    unit: 'Rutan Entah',
    successor: 'Lapas Antah',
    reason: 'Digabung',
    decree: 'W-1',
  };
  const refused = await send({ ...typed, effectiveOn: 'besok lusa nanti' });
  expect(refused.status).toBe(422);
  for (const text of ['Rutan Entah', 'Lapas Antah', 'Digabung', 'W-1', 'besok lusa nanti'])
    expect(refused.text).toContain(text);
  const unknown = await send({ ...typed, effectiveOn: '1 Maret 2026' });
  expect(unknown.text).toMatch(/id="unit-fault"[^>]*>UPT “Rutan Entah”/);
  const kinds = await page(`${PATH}/baru?upt=rutan-kebumen`, people.kanwil).expect(200);
  expect(kinds.text).toContain(`macam=merged&amp;upt=rutan-kebumen`);
  const form = await page(`${PATH}/baru?macam=closed&upt=rutan-kebumen`, people.kanwil).expect(200);
  expect(form.text).toContain('value="Rutan Kelas IIB Kebumen"');
  await page(`${PATH}/baru`, people.guest).expect(403);
});
