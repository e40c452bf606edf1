import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn } from './support/people.js';
import { api } from './support/api-client.js';

const HOUR = 3_600_000;
const OFFICE = '198.51.100.7';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ RATE_LIMIT: '3', TRUST_PROXY: '1', PUBLIC_URL: 'https://sambang.test' });
  await signedIn(app, { email: 'pemilik@uji.test', role: 'officer', unit: 'bapas-purwokerto' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(new Date(app.clock.now().getTime() + 2 * HOUR)));

/** What the one trusted proxy hands on: it appends whom it saw to whatever the client wrote. */
const from = (client: string, forged?: string): Record<string, string> => ({
  'x-forwarded-for': forged === undefined ? client : `${forged}, ${client}`,
});
const signIn = (headers: Record<string, string>, password: string, email = 'pemilik@uji.test') =>
  api(app).post('/api/session', { as: headers, body: { email, password } });

test('guessing a password ends after a few tries, and says when to go on', async () => {
  const guess = (email: string) => signIn(from(OFFICE), 'kata-sandi-tebakan', email);
  for (const name of ['a', 'b', 'c']) await guess(`${name}@contoh.test`).expect(401);
  const refused = await guess('d@contoh.test').expect(429);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.body).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await request(app.server).get('/masuk').set('accept', 'text/html').expect(200);
  for (let i = 0; i < 5; i++) await api(app).get('/health/live').expect(200);
});

test('a forged X-Forwarded-For in front of what the proxy saw changes nothing', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) {
    statuses.push((await signIn(from(OFFICE, `203.0.113.${i}`), 'salah', `orang${i}@uji.test`)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  await signIn(from('198.51.100.8'), 'salah', 'orang@uji.test').expect(401);
});

test('another spelling of the same path is counted with it', async () => {
  const statuses: number[] = [];
  for (const [i, path] of [
    '/api/session',
    '/api/%73ession',
    '/api/sessio%6E',
    '/api/%73essio%6e',
  ].entries()) {
    const body = { email: `ejaan${i}@uji.test`, password: 'salah terus' };
    statuses.push((await request(app.server).post(path).set(from(OFFICE)).send(body)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429]);
});

test('what the database kept waiting is nobody’s wrong password', async () => {
  const blocker = new Client({ connectionString: app.databaseUrl });
  await blocker.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
    for (let i = 0; i < 4; i++) await signIn(from(OFFICE), PASSWORD).expect(503);
  } finally {
    await blocker.end();
  }
  await signIn(from(OFFICE), PASSWORD).expect(201);
}, 40_000);

test('thirty right sign-ins in a minute from one office all go through', async () => {
  for (let i = 0; i < 30; i++) await signIn(from(OFFICE), PASSWORD).expect(201);
}, 30_000);

test('wrong passwords from elsewhere never lock the owner out', async () => {
  for (let i = 0; i < 12; i++) {
    for (const network of ['203.0.113.1', '203.0.113.2']) {
      const { status } = await signIn(from(network), 'salah terus');
      expect([401, 429]).toContain(status);
    }
  }
  await signIn(from(OFFICE), PASSWORD).expect(201);
  const page = await request(app.server)
    .post('/masuk')
    .set(from('203.0.113.1'))
    .type('form')
    .send({ email: 'pemilik@uji.test', password: PASSWORD });
  expect(page.status).toBe(429);
  expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
});

describe('each kind has a count of its own', () => {
  const forgotten = () =>
    api(app).post('/api/password-links', { as: from(OFFICE), body: { email: 'tak.ada@uji.test' } });
  const link = (path: string, token: string) =>
    request(app.server).post(`${path}/${token}`).set(from(OFFICE)).type('form').send({ answer: 'accepted' });

  test('failed sign-ins stop neither answers, nor feedback, nor passwords', async () => {
    for (let i = 0; i < 4; i++) await signIn(from(OFFICE), 'salah', `lain${i}@uji.test`);
    await signIn(from(OFFICE), 'salah', 'lain@uji.test').expect(429);
    for (const path of ['/jawab', '/masukan', '/balas'])
      expect((await link(path, 'x'.repeat(43))).status).not.toBe(429);
    await forgotten().expect(202);
  });

  test('asking for password links stops nobody from signing in', async () => {
    for (let i = 0; i < 3; i++) await forgotten().expect(202);
    const refused = await forgotten().expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await signIn(from(OFFICE), PASSWORD).expect(201);
  });
});
