import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const HOST = 'rutan-banjarnegara';
const REQUESTS = 64;

let app: TestApp;
let host: Header;
let guest: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
});
afterAll(() => app.close());

/** Accepts as a client should: one that is told to come back later (503, Retry-After) does. */
async function accept(visit: ShownVisit): Promise<request.Response> {
  for (;;) {
    const answer = await api(app).post('/api/visits/{id}/{step}', {
      as: host,
      path: { id: visit.id, step: 'accept' },
      body: { version: visit.version },
    });
    if (answer.status !== 503) return answer;
    await setTimeout(Number(answer.headers['retry-after']) * 1000);
  }
}

async function acceptAllAtOnce(day: string, capacity: number): Promise<void> {
  await app.database.query('UPDATE hosting_policy SET capacity = $2 WHERE unit = $1', [HOST, capacity]);
  const visits: ShownVisit[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    visits.push(
      await requested(app, guest, { startsAt: `${day}T09:00:00+07:00`, endsAt: `${day}T11:00:00+07:00` }),
    );
  }
  const answers = await Promise.all(visits.map(accept));
  const accepted = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body as { code: string });
  expect(accepted).toHaveLength(capacity);
  expect(refused.map(({ code }) => code)).toEqual(Array(REQUESTS - capacity).fill('host-time-taken'));
  const [row] = await app.database.query<{ confirmed: number; places: number }>(
    `SELECT count(*)::int AS confirmed, count(DISTINCT t.place)::int AS places
     FROM visit v JOIN host_time t ON t.visit_id = v.id
     WHERE v.host_unit = $1 AND v.state = 'confirmed' AND v.starts_at = $2`,
    [HOST, new Date(`${day}T09:00:00+07:00`)],
  );
  expect(row).toEqual({ confirmed: capacity, places: capacity });
}

describe('No double booking', () => {
  test('64 overlapping requests accepted at once leave one confirmed and 63 clear conflicts', async () => {
    await acceptAllAtOnce('2025-10-30', 1);
  }, 120_000);

  test('a host with three parallel places confirms three of 64', async () => {
    await acceptAllAtOnce('2025-10-29', 3);
  }, 120_000);

  test('a visit that begins when another ends takes the same place', async () => {
    const times = { startsAt: '2025-10-30T11:00:00+07:00', endsAt: '2025-10-30T12:00:00+07:00' };
    await confirmed(app, guest, host, times);
  });

  test('the constraint refuses an overlap even without the rule', async () => {
    const times = { startsAt: '2025-10-30T10:00:00+07:00', endsAt: '2025-10-30T11:30:00+07:00' };
    const other = await requested(app, guest, times);
    const forced = app.database.query(
      `INSERT INTO host_time (visit_id, kind, host_unit, place, during)
       SELECT id, 'confirmed', host_unit, 1, tstzrange(starts_at, ends_at) FROM visit WHERE id = $1`,
      [other.id],
    );
    await expect(forced).rejects.toMatchObject({
      driverError: { constraint: 'host_time_no_double_booking' },
    });
  });

  test('a time that the host offers is held until answered, or for 72 hours', async () => {
    const times = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T11:00:00+07:00' };
    await app.database.query('UPDATE hosting_policy SET capacity = 1 WHERE unit = $1', [HOST]);
    const offered = await step(app, host, await requested(app, guest), 'propose', times);
    const rival = await requested(app, guest, times);
    await step(app, host, rival, 'accept', {}, 409);
    app.clock.set(new Date(app.clock.now().getTime() + 72 * 3_600_000));
    await app.settle();
    await step(app, host, rival, 'accept');
    const taken = await step<{ code: string; detail: string }>(app, guest, offered, 'accept', {}, 409);
    expect(taken.code).toBe('host-time-taken');
    expect(taken.detail).toContain('Silakan pilih');
  });
});
