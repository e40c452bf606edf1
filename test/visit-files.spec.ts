import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  visit = await requested(app, guest);
});
afterAll(() => app.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
const path = () => `/api/visits/${visit.id}/files`;
const post = (by: Header, content: Buffer, name: string) =>
  request(app.server).post(path()).set(by).attach('file', content, name);

test('a letter is kept, read by those who may see the visit, and removed', async () => {
  const kept = await post(guest, pdf('surat'), 'Surat permohonan é.pdf').expect(201);
  const { id } = kept.body as { id: string };
  expect(kept.body).toMatchObject({ name: 'Surat permohonan é.pdf', mediaType: 'application/pdf', size: 14 });
  for (const by of [host, kanwil]) {
    const file = await request(app.server).get(`${path()}/${id}`).set(by).expect(200);
    expect((file.body as Buffer).toString()).toBe('%PDF-1.7 surat');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''Surat%20permohonan/);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
  }
  await request(app.server).get(`${path()}/${id}`).set(stranger).expect(404);
  await request(app.server).delete(`${path()}/${id}`).set(kanwil).expect(403);
  await request(app.server).delete(`${path()}/${id}`).set(host).expect(204);
  const list = await request(app.server).get(path()).set(guest).expect(200);
  expect((list.body as { items: unknown[] }).items).toEqual([]);
});

test.each([
  ['a page that calls itself a PDF', Buffer.from('<script>'), 'a.pdf', 415],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff]), 'a.jpg', 415],
  ['nothing', Buffer.alloc(0), 'a.pdf', 415],
  ['21 MB', Buffer.concat([pdf(''), Buffer.alloc(21 * 1024 * 1024)]), 'a.pdf', 413],
  ['40 MB', Buffer.concat([pdf(''), Buffer.alloc(40 * 1024 * 1024)]), 'a.pdf', 413],
])('%s is refused', async (_, content, name, status) => {
  const answer = await post(guest, content, name);
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('a form without a file, a body that is no form, and the same file twice are refused', async () => {
  await request(app.server).post(path()).set(guest).field('a', 'b').expect(400);
  await request(app.server).post(path()).set(guest).send({ file: 'x' }).expect(415);
  await post(guest, pdf('sama'), 'a.pdf').expect(201);
  const twice = await post(guest, pdf('sama'), 'b.pdf').expect(409);
  expect((twice.body as { code: string }).code).toBe('file-twice');
});

test('a Kanwil keeps no files, and a visit that came to its end takes no more', async () => {
  await post(kanwil, pdf('x'), 'a.pdf').expect(403);
  await post(stranger, pdf('x'), 'a.pdf').expect(404);
  const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id: visit.id } });
  await step(app, guest, body as ShownVisit, 'withdraw', { reason: 'x' });
  await post(guest, pdf('y'), 'a.pdf').expect(403);
});
