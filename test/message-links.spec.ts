import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { pageOf } from './support/participant-links.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, step, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;
let address: { id: string; participantId: string | undefined };

const BUDI = { name: 'Budi', phone: '0812 3456 7890', side: 'guest', role: 'leader' };
const get = (path: string) => request(app.server).get(path).set('accept', 'text/html');
const post = (path: string, fields: object) =>
  request(app.server).post(path).set('accept', 'text/html').type('form').send(fields);
const change = (body: object) =>
  api(app)
    .patch('/api/visits/{id}/participants/{participantId}', { as: people.guest, path: address, body })
    .expect(200);
/** Writes a message, and gives the page that it leads to. */
const messaged = async (): Promise<string> => {
  const { body } = await api(app)
    .post('/api/visits/{id}/participants/{participantId}/message', { as: people.guest, path: address })
    .expect(200);
  return /\/jawab\/[\w-]{43}/.exec(body.text)?.[0] ?? 'none';
};
const begin = async (date: string, more: object = {}): Promise<void> => {
  visit = await confirmed(app, people.guest, people.host, {
    startsAt: `${date}T09:00:00+07:00`,
    endsAt: `${date}T10:00:00+07:00`,
    participants: [{ ...BUDI, ...more }],
  });
  address = { id: visit.id, participantId: visit.participants[0]?.id };
  await app.settle();
};

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

describe('A link in a message', () => {
  test('opens nothing once an officer writes another number, which somebody else may have', async () => {
    await begin('2025-11-03');
    const path = await messaged();
    const feed = /\/feeds\/[\w-]{43}\.ics/.exec((await get(`${path}/kalender`)).text)?.[0] ?? '';
    await change({ phone: '0812 3456 7890', office: 'Dinas' });
    await get(path).expect(200);
    await change({ name: 'Candra', phone: '0813 9999 9999' });
    await get(path).expect(404);
    await request(app.server).get(feed).expect(404);
    expect((await get(await messaged()).expect(200)).text).toContain('Yth. Candra');
  });

  test('stays when the person corrects the own number, and mailed ones whoever does', async () => {
    await begin('2025-11-04', { email: 'budi@contoh.test' });
    const mailed = await pageOf(app, 'budi@contoh.test');
    const path = await messaged();
    await post(`${path}/data`, { name: 'Budi', phone: '0813 1111 1111' }).expect(303);
    await get(path).expect(200);
    await change({ phone: null });
    await get(path).expect(404);
    await get(mailed).expect(200);
  });

  test('takes what is said of the visit, and shows it to nobody, since its writer knows it, too', async () => {
    await begin('2025-11-05', { email: 'budi2@contoh.test' });
    const mailed = await pageOf(app, 'budi2@contoh.test');
    const path = await messaged();
    app.clock.set(new Date('2025-11-05T10:30:00+07:00'));
    await change({ attendance: 'present' });
    await step(app, people.guest, await current(), 'complete');
    const said = { usefulness: '4', welcome: '5', toCopy: '', toImprove: 'Kata rahasia' };
    await post(`${path}/masukan`, said).expect(303);
    const own = await get(`${mailed}/masukan`).expect(200);
    expect(own.text).toContain('Kata rahasia');
    for (const rest of ['/masukan', '/masukan?info=terkirim', '/data-saya.json', '']) {
      expect((await get(`${path}${rest}`).expect(200)).text).not.toContain('Kata rahasia');
    }
    expect((await get(`${path}/masukan`)).text).toContain('Anda sudah mengisi. Isinya tidak ditampilkan');
    await post(`${path}/masukan`, { ...said, toImprove: 'Kata lain' }).expect(303);
    expect((await get(`${mailed}/masukan`)).text).toContain('Kata lain');
    await post(`${path}/masukan`, { aksi: 'hapus' }).expect(303);
    expect((await get(`${mailed}/masukan`)).text).not.toContain('Kata lain');
  });
});

const current = async (): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
