import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { subscribeTo } from './support/feeds.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, visitBody } from './support/visits.js';

interface Line {
  level: string;
  time: string;
  ref?: string;
  context?: string;
  msg: string;
  stack?: string;
  path?: string;
  status?: number;
  ms?: number;
  person?: string;
}

const participants = [{ name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' }];

let app: TestApp;
let people: UsualPeople;
let lines: Line[] = [];
const write = process.stdout.write.bind(process.stdout);

beforeAll(async () => {
  process.stdout.write = ((chunk: string | Uint8Array) => {
    for (const text of String(chunk).split('\n').filter(Boolean)) {
      if (text.startsWith('{')) lines.push(JSON.parse(text) as Line);
    }
    return true;
  }) as typeof process.stdout.write;
  app = await startApp({ LOG_LEVEL: 'debug', LOG_FORMAT: 'json' });
  people = await usualPeople(app);
});
afterAll(async () => {
  await app.close();
  process.stdout.write = write;
});
beforeEach(() => {
  lines = [];
});

const from = (context: string): Line[] => lines.filter((line) => line.context === context);

describe('A request', () => {
  test('is told in one line, by its route, with its ids and its person', async () => {
    const visit = await confirmed(app, people.guest, people.host);
    lines = [];
    const answer = await request(app.server)
      .get(`/api/visits/${visit.id}?rahasia=x`)
      .set(people.guest)
      .expect(200);
    expect(from('access')).toEqual([
      expect.objectContaining({
        level: 'info',
        ref: answer.get('request-id'),
        path: `/api/visits/${visit.id}`,
        status: 200,
        person: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ms: expect.any(Number),
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('rahasia');
  });

  test('leaves no secret of its address in the log', async () => {
    const { path } = await subscribeTo(app, people.guest, 'unit');
    lines = [];
    const secret = 'Rahasia-sekali-0123456789-rahasia-sekali-01234';
    await request(app.server).get(path).expect(200);
    for (const way of ['jawab', 'masukan', 'balas', 'sandi', 'kutipan'])
      await request(app.server).get(`/${way}/${secret}`);
    await request(app.server).get(`/api/feedback/${secret}`);
    await request(app.server).get(`/tidak-ada/${secret}`);
    expect(from('access').map((line) => line.path)).toEqual([
      '/feeds/:file',
      '/jawab/:token',
      '/masukan/:token',
      '/balas/:token',
      '/sandi/:token',
      '/kutipan/:token',
      '/api/feedback/:token',
      expect.any(String),
    ]);
    const said = JSON.stringify(lines);
    expect(said).not.toContain(secret);
    expect(said).not.toContain(path.slice('/feeds/'.length));
  });

  test('whose client left before the answer is told as one that was closed', async () => {
    const { url } = await new Promise<{ url: string }>((resolve) => {
      const server = app.server.listen(0, '127.0.0.1', () => {
        resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
      });
    });
    await app.database.transaction(async () => {
      await app.database.query('LOCK TABLE holiday');
      const leaving = fetch(`${url}/api/holidays`, {
        headers: people.guest,
        signal: AbortSignal.timeout(300),
      });
      await expect(leaving).rejects.toThrow();
    });
    while (from('access').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(from('access')).toMatchObject([{ path: '/api/holidays', status: 499 }]);
  });

  test('that machines ask again and again is told to who looks for faults alone', async () => {
    await request(app.server).get('/health/ready').expect(200);
    expect(from('access')).toMatchObject([{ level: 'debug', path: '/health/ready' }]);
  });

  test('that fails is quoted by the reference that its lines and its answer carry', async () => {
    await app.database.query('ALTER TABLE holiday RENAME TO holiday_gone');
    const answer = await request(app.server).get('/api/holidays').set(people.guest).expect(500);
    const page = await request(app.server)
      .get('/upt/rutan-banjarnegara')
      .set({ ...people.guest, accept: 'text/html' });
    await app.database.query('ALTER TABLE holiday_gone RENAME TO holiday');
    const ref = answer.get('request-id');
    expect((answer.body as { instance: string }).instance).toBe(`urn:sambang:incident:${ref}`);
    expect(from('incidents')[0]).toMatchObject({
      level: 'error',
      ref,
      stack: expect.stringContaining('holiday'),
    });
    expect(from('access')[0]).toMatchObject({ ref, status: 500 });
    expect(page.text).toContain(page.get('request-id') ?? 'no reference');
  });
});

test('what a request causes later carries its reference: its jobs, their jobs, and their mails', async () => {
  const visit = await confirmed(app, people.guest, people.host, {
    participants,
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T12:00:00+07:00',
  });
  await app.settle();
  lines = [];
  const changed = await request(app.server)
    .patch(`/api/visits/${visit.id}`)
    .set(people.guest)
    .send({ version: visit.version, title: 'Kehumasan' })
    .expect(200);
  const ref = changed.get('request-id');
  await app.settle();
  const [mail] = await app.database.query<{ reference: string }>(
    'SELECT reference FROM mail WHERE subject LIKE $1 ORDER BY position DESC LIMIT 1',
    ['%Kehumasan%'],
  );
  expect(mail?.reference).toBe(ref);
  const done = from('jobs').filter((line) => line.ref === ref);
  expect(done.some(({ msg }) => msg.startsWith('calendars.send-invitations'))).toBe(true);
});

test('a job that fails is told once with the reference of the request behind it, which the failed job keeps', async () => {
  const handler = app.app.get(JobRegistry).named('calendars.send-invitations').handler;
  const handle = handler.handle.bind(handler);
  handler.handle = () => Promise.reject(new Error('the template has no time'));
  const asked = await request(app.server)
    .post('/api/visits')
    .set(people.guest)
    .send({ ...visitBody, startsAt: '2025-11-10T09:00:00+07:00', endsAt: '2025-11-10T12:00:00+07:00' })
    .expect(201);
  const { id } = asked.body as { id: string };
  await app.app.get(JobQueue).workAll();
  lines = [];
  await app.app.get(JobQueue).send('calendars.send-invitations', { visitId: id });
  await app.database.query(`UPDATE pgboss.job SET retry_limit = 0 WHERE state = 'created'`);
  await app.app.get(JobQueue).workAll();
  handler.handle = handle;
  const told = from('jobs').filter(({ level }) => level === 'error');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ stack: expect.stringContaining('the template has no time') });
  expect(told[0]?.ref).toMatch(/^[0-9a-f-]{36}$/);
});

test('a slow statement is told by its text and never with its values', async () => {
  await app.database.query('SELECT pg_sleep(0.3), $1::text', ['sari@contoh.test']);
  expect(from('database')).toEqual([
    expect.objectContaining({
      level: 'warn',
      msg: expect.stringMatching(/^slow statement, \d{3} ms: SELECT pg_sleep/),
    }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('sari@contoh.test');
});
