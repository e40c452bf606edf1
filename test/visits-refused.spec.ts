import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { create, requested, step, visitBody, type Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

interface Shown {
  code: string;
  detail: string;
  current?: { version: number; state: string };
  errors?: { field: string }[];
}

let app: TestApp;
let guest: Header;
let host: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

const post = (by: Header, body: object) => api(app).post('/api/visits', { as: by, body: wrong(body) });

describe('what is refused', () => {
  test('a stale version gets the current state', async () => {
    const visit = await requested(app, guest);
    const problem = await step<Shown>(app, host, { ...visit, version: 1 }, 'decline', { reason: 'x' }, 409);
    expect(problem).toMatchObject({ code: 'stale-version', current: { version: 2, state: 'requested' } });
  });

  test.each([
    ['an end before the start', { endsAt: '2025-10-30T08:00:00+07:00' }, 422, 'ends-before-start'],
    ['a host equal to the guest', { hostUnit: 'bapas-purwokerto' }, 422, 'host-equals-guest'],
    ['an unknown unit', { hostUnit: 'rutan-entah' }, 422, 'unknown-unit'],
    ['an unknown program', { programs: ['entah'] }, 422, 'unknown-program'],
    ['an unknown field', { inmate: 'x' }, 422, 'validation-failed'],
    ['a wrong type', { title: 5 }, 422, 'validation-failed'],
    ['a time without offset', { startsAt: '2025-10-30T09:00:00' }, 422, 'validation-failed'],
    ['an offset of a day', { startsAt: '2025-10-30T09:00:00+24:00' }, 422, 'validation-failed'],
    [
      'a list in a list',
      { participants: [[{ name: 'Sari', side: 'guest', role: 'member' }]] },
      422,
      'validation-failed',
    ],
    ['a day that does not exist', { startsAt: '2025-02-30T09:00:00+07:00' }, 422, 'validation-failed'],
    [
      'a participant on no side',
      { participants: [{ name: 'A', side: 'x', role: 'leader' }] },
      422,
      'validation-failed',
    ],
    ['a phone number that is none', { contactPhone: '12' }, 422, 'validation-failed'],
    ['a NUL in a text', { title: 'a\u0000b' }, 422, 'validation-failed'],
    ['a title of nothing to see', { title: '\u200B\u3164' }, 422, 'validation-failed'],
    ['a name of nothing to see', { contactName: '\u3164' }, 422, 'validation-failed'],
    ['a year that is none', { startsAt: '0000-06-01T09:00:00+07:00' }, 422, 'validation-failed'],
  ])('%s', async (_, change, status, code) => {
    const before = await app.database.query('SELECT count(*) FROM visit');
    const answer = await post(guest, { ...visitBody, ...change });
    expect([answer.status, (answer.body as Shown).code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await app.database.query('SELECT count(*) FROM visit')).toEqual(before);
  });

  test('what no text needs is dropped', async () => {
    const title = 'Kunjungan\u202E kerja\uFFFF\u0085 E\u0301mile';
    const visit = await create(app, guest, { title });
    expect(visit.title).toBe('Kunjungan kerja Émile');
  });

  test('the same person twice in one party leaves nothing half-written', async () => {
    const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
    const answer = await post(guest, {
      ...visitBody,
      participants: [sari, { ...sari, email: 'SARI@contoh.test' }],
    });
    expect([answer.status, (answer.body as Shown).code]).toEqual([409, 'participant-twice']);
  });

  test.each([
    [
      'the next day',
      { startsAt: '2025-10-21T09:00:00+07:00', endsAt: '2025-10-21T10:00:00+07:00' },
      'notice-too-short',
    ],
    [
      'a year ahead',
      { startsAt: '2026-10-21T09:00:00+07:00', endsAt: '2026-10-21T10:00:00+07:00' },
      'notice-too-long',
    ],
    [
      'a Sunday',
      { startsAt: '2025-10-26T09:00:00+07:00', endsAt: '2025-10-26T10:00:00+07:00' },
      'outside-hosting-hours',
    ],
    [
      'a closed day',
      { startsAt: '2025-12-11T09:00:00+07:00', endsAt: '2025-12-11T10:00:00+07:00' },
      'host-closed',
    ],
    [
      'the evening',
      { startsAt: '2025-10-30T19:00:00+07:00', endsAt: '2025-10-30T20:00:00+07:00' },
      'outside-hosting-hours',
    ],
  ])('a request for %s, by the rules of the host', async (_, times, code) => {
    await app.database.query(
      `INSERT INTO closed_day (unit, date, reason) VALUES ($1, '2025-12-11', 'Apel') ON CONFLICT DO NOTHING`,
      [visitBody.hostUnit],
    );
    const problem = await step<Shown>(app, guest, await create(app, guest, times), 'submit', {}, 422);
    expect(problem.code).toBe(code);
    expect(problem.errors?.[0]?.field).toBe('startsAt');
  });

  test('bad ids, steps, cursors and filters', async () => {
    const get = (path: string) => request(app.server).get(path).set(guest);
    await get('/api/visits/not-a-uuid').expect(400);
    await get('/api/visits?cursor=bukan').expect(400);
    await get('/api/visits?state=entah').expect(422);
    await get('/api/visits?limit=100000').expect(422);
    const visit = await create(app, guest);
    await step(app, guest, visit, 'publish-summary', {}, 404);
    await step(app, guest, visit, 'expire', {}, 404);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string, body: object = visitBody) => post(guest, body).set('idempotency-key', key);

  test('the same key gives the same visit, also when sent twice at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => keyed('kunci-1').expect(201)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  test('the same key with another request is refused', async () => {
    await keyed('kunci-2').expect(201);
    const answer = await keyed('kunci-2', { ...visitBody, title: 'Lain' }).expect(422);
    expect(answer.body.code).toBe('idempotency-key-reused');
  });
});
