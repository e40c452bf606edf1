import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ RATE_LIMIT: '3' });
});
afterAll(() => app.close());

test('guessing a password ends after a few tries, and says when to go on', async () => {
  const guess = (email: string) =>
    request(app.server).post('/api/session').send({ email, password: 'kata-sandi-tebakan' });
  for (const name of ['a', 'b', 'c']) await guess(`${name}@contoh.test`).expect(401);
  const refused = await guess('d@contoh.test').expect(429);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.body).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await request(app.server).get('/masuk').set('accept', 'text/html').expect(200);
  for (let i = 0; i < 5; i++) await request(app.server).get('/health/live').expect(200);
});
