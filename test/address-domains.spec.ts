import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import type { TestApp } from './support/app.js';
import { HandoverBench, type Officer } from './support/handover.js';
import { signedIn } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

const domains = { from: 'kemenkumham.test', to: 'kemenimipas.test' };

let bench: HandoverBench;
let app: TestApp;
let administrator: Header;
let budi: Officer;

beforeAll(async () => {
  bench = await HandoverBench.open();
  ({ app, administrator } = bench);
  budi = await bench.person('Budi Domain');
  await signedIn(app, { email: 'budi@kemenkumham.test', role: 'officer', unit: 'bapas-purwokerto' });
  await signedIn(app, { email: 'ganda@kemenkumham.test', role: 'officer', unit: 'bapas-purwokerto' });
  await signedIn(app, { email: 'ganda@kemenimipas.test', role: 'officer', unit: 'bapas-purwokerto' });
  await app.database.query(
    `UPDATE unit SET email = 'Rutan@kemenkumham.test' WHERE code = 'rutan-purbalingga'`,
  );
  await confirmed(app, budi.as, bench.host, {
    participants: [
      { name: 'Budi', email: 'budi@kemenkumham.test', side: 'guest', role: 'leader' },
      { name: 'Tamu', email: 'tamu@kemenkumham.test', side: 'guest', role: 'member' },
    ],
  });
  await app.settle();
});
afterAll(() => bench.app.close());

const told = (email: string) =>
  app.database.query<{ method: string }>(
    `SELECT calendar_method AS method FROM mail WHERE recipient_email = $1 AND calendar_method IS NOT NULL`,
    [email],
  );

test('a whole domain is looked through before, and moved by administrators in one step', async () => {
  const query = `/api/address-domains?from=${domains.from}&to=${domains.to}`;
  await request(app.server).get(query).set(bench.kanwil).expect(403);
  const preview = await api(app)
    .get('/api/address-domains', { as: administrator, query: domains })
    .expect(200);
  expect(preview.body.items).toMatchObject([
    { title: 'Akun', count: 1, clashes: [{ address: 'ganda@kemenkumham.test' }] },
    { title: 'Peserta kunjungan tanpa akun', count: 2 },
    { title: 'UPT dan Kanwil', count: 1, examples: ['rutan@kemenkumham.test'] },
  ]);
  await api(app).post('/api/address-domains', { as: administrator, body: domains }).expect(200);
  await app.settle();
  const rows = await app.database.query(
    `SELECT (SELECT array_agg(email ORDER BY email) FROM person WHERE email LIKE '%@kemen%') AS accounts,
       (SELECT array_agg(email ORDER BY email) FROM visit_participant) AS participants,
       (SELECT email FROM unit WHERE code = 'rutan-purbalingga') AS unit`,
  );
  expect(rows).toEqual([
    {
      accounts: ['budi@kemenimipas.test', 'ganda@kemenimipas.test', 'ganda@kemenkumham.test'],
      participants: ['budi@kemenimipas.test', 'tamu@kemenimipas.test'],
      unit: 'rutan@kemenimipas.test',
    },
  ]);
  for (const name of ['budi', 'tamu']) {
    expect((await told(`${name}@kemenkumham.test`)).map(({ method }) => method)).toEqual(['REQUEST']);
    expect((await told(`${name}@kemenimipas.test`)).map(({ method }) => method)).toEqual(['REQUEST']);
  }
});

test('what is no domain, or the same one, is said beside its field', async () => {
  const send = (body: object) =>
    request(app.server)
      .post('/pengelolaan/alamat')
      .set('accept', 'text/html')
      .set(administrator)
      .type('form')
      .send(body);
  expect((await send({ from: 'bukan domain', to: 'x.test' }).expect(422)).text).toContain('id="from-fault"');
  expect((await send({ from: 'x.test', to: '@X.test' }).expect(422)).text).toContain(
    'Sama dengan domain lama.',
  );
  expect((await send(domains).expect(200)).text).toContain('Yang akan pindah');
});
