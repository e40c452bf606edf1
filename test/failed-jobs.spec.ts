import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { problem } from './support/agendas.js';
import { startApp, type TestApp } from './support/app.js';

import { signedIn } from './support/people.js';
import { api } from './support/api-client.js';

const NAME = 'calendars.send-invitations';
const VISIT = '0198c0de-0000-7000-8000-000000000001';
const TRIES = 11;

let app: TestApp;
let administrator: { authorization: string };
let logged: string[] = [];
/** What the job fails with; null lets it succeed. */
let fault: Error | null;
let handled = 0;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  app.app.get(JobRegistry).named(NAME).handler.handle = () => {
    handled++;
    return fault ? Promise.reject(fault) : Promise.resolve();
  };
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  logged = [];
  handled = 0;
  fault = new Error('the template has no time');
  const note = (...parts: unknown[]): void => void logged.push(parts.map(String).join(' '));
  Logger.overrideLogger({ log: note, warn: note, error: note, debug: note, verbose: note, fatal: note });
  await app.database.query(`DELETE FROM pgboss.job WHERE name IN ('jobs.dead', $1)`, [NAME]);
});
afterEach(() => {
  Logger.overrideLogger(false);
});

/** Sends a job and lets it fail at every try. */
async function diesAfterAllTries(payload: object): Promise<void> {
  const queue = app.app.get(JobQueue);
  await queue.send(NAME, payload);
  for (let i = 0; i < TRIES; i++) await queue.workAll({ early: true });
}

/** Lets what waits fail at its only try. */
async function failsForGood(): Promise<void> {
  await app.database.query(
    `UPDATE pgboss.job SET retry_limit = retry_count WHERE name = $1 AND state = 'created'`,
    [NAME],
  );
  await app.app.get(JobQueue).workAll();
}

async function dies(payload: object = { visitId: VISIT }): Promise<void> {
  await app.app.get(JobQueue).send(NAME, payload);
  await failsForGood();
}

interface Failed {
  id: string;
  name: string;
  payload: string;
  error: string;
  stack: string;
  tries: number;
}

async function failed(query = ''): Promise<Failed[]> {
  const answer = await request(app.server).get(`/api/jobs/failed${query}`).set(administrator).expect(200);
  return (answer.body as { items: Failed[] }).items;
}

async function counted(): Promise<{ waiting: number; failed: number } | undefined> {
  const answer = await api(app).get('/api/jobs', { as: administrator }).expect(200);
  return answer.body.items.find(({ name }) => name === NAME);
}

const page = async (path = '/pengelolaan/pekerjaan'): Promise<string> =>
  (await request(app.server).get(path).set(administrator).expect(200)).text;

describe('A job that fails', () => {
  test('is told in the log at every try, with job, id, try, payload and stack, and without addresses', async () => {
    await diesAfterAllTries({ visitId: VISIT, email: 'siti@contoh.test' });
    const lines = logged.filter((line) => line.includes('failed after'));
    expect(lines).toHaveLength(TRIES);
    const [row] = await app.database.query<{ id: string }>(
      `SELECT source_id AS id FROM pgboss.job WHERE name = 'jobs.dead'`,
    );
    lines.forEach((line, index) => {
      expect(line).toContain(`${NAME} ${row?.id} attempt ${index + 1}`);
      expect(line).toContain(VISIT);
      expect(line).toContain('the template has no time');
      expect(line).toContain('failed-jobs.spec');
    });
    expect(logged.join('\n')).not.toContain('siti@contoh.test');
  });

  test('stops no job beside it, and is tried again later', async () => {
    const queue = app.app.get(JobQueue);
    app.app.get(JobRegistry).named(NAME).handler.handle = (payload) => {
      handled++;
      return (payload as { visitId: string }).visitId === 'poison' && fault
        ? Promise.reject(fault)
        : Promise.resolve();
    };
    await queue.sendAll(
      NAME,
      ['a', 'poison', 'b', 'c'].map((visitId) => ({ payload: { visitId } })),
    );
    const failures = await queue.workAll();
    expect(failures).toMatchObject([{ name: NAME, attempt: 1 }]);
    expect(handled).toBe(4);
    fault = null;
    expect(await queue.workAll()).toEqual([]);
    expect(handled).toBe(4);
    expect(await queue.workAll({ early: true })).toEqual([]);
    expect(handled).toBe(5);
    app.app.get(JobRegistry).named(NAME).handler.handle = () => {
      handled++;
      return fault ? Promise.reject(fault) : Promise.resolve();
    };
  });

  test('is found by the administrator after its last try, and kept for longer than a week', async () => {
    await diesAfterAllTries({ visitId: VISIT });
    expect(await failed()).toMatchObject([
      { name: NAME, payload: `{"visitId":"${VISIT}"}`, error: 'the template has no time', tries: TRIES },
    ]);
    expect((await failed())[0]?.stack).toContain('failed-jobs.spec');
    expect(await counted()).toMatchObject({ waiting: 0, failed: 1 });
    const html = await page();
    expect(html).toContain('Yang gagal (1)');
    expect(html).toContain('the template has no time');
    expect(html).toContain(VISIT);
    const start = await page('/');
    expect(start).toContain('Periksa 1 pekerjaan sistem yang gagal');
    const [kept] = await app.database.query<{ days: number }>(
      `SELECT extract(day FROM keep_until - now())::int AS days FROM pgboss.job WHERE name = 'jobs.dead'`,
    );
    expect(kept?.days).toBeGreaterThan(365);
  });

  test('is said by health, which stays ready, as is how long the oldest waits', async () => {
    const ready = async () => (await api(app).get('/health/ready').expect(200)).body;
    await dies();
    expect(await ready()).toEqual({ status: 'ok', jobs: { failed: 1, oldestSeconds: 0 } });
    await app.app.get(JobQueue).send(NAME, { visitId: VISIT });
    await app.database.query(
      `UPDATE pgboss.job SET start_after = now() - interval '2 hours' WHERE name = $1 AND state = 'created'`,
      [NAME],
    );
    expect(await ready()).toEqual({ status: 'ok', jobs: { failed: 1, oldestSeconds: 7200 } });
    expect(await page('/')).toContain('Yang paling lama sudah menunggu 2 jam');
  });

  test('shows neither names, addresses nor secrets of its payload', async () => {
    await dies({ visitId: VISIT, email: 'siti@contoh.test', secret: 'hJ2k_9sQmZ0aVb3xR7' });
    const shown = JSON.stringify(await failed()) + (await page());
    expect(shown).not.toContain('siti@contoh.test');
    expect(shown).not.toContain('hJ2k_9sQmZ0aVb3xR7');
  });

  test('is run again from the page, one or all of its name, with all its tries', async () => {
    await dies();
    await dies({ visitId: VISIT.replace('1', '2') });
    const [one] = await failed();
    await request(app.server)
      .post(`/pengelolaan/pekerjaan/gagal/${one?.id}/jalankan`)
      .set(administrator)
      .expect(303);
    expect(await counted()).toMatchObject({ waiting: 1, failed: 1 });
    const [again] = await app.database.query<{ left: number }>(
      `SELECT retry_limit - retry_count AS left FROM pgboss.job WHERE name = $1 AND state = 'created'`,
      [NAME],
    );
    expect(again?.left).toBe(TRIES - 1);
    fault = null;
    handled = 0;
    await app.app.get(JobQueue).workAll();
    expect(handled).toBe(1);
    await request(app.server)
      .post(`/pengelolaan/pekerjaan/${NAME}/jalankan-semua`)
      .set(administrator)
      .expect(303);
    await app.app.get(JobQueue).workAll();
    expect(handled).toBe(2);
    expect(await counted()).toMatchObject({ waiting: 0, failed: 0 });
    expect(await page()).toContain('Tidak ada yang gagal');
    expect(await page('/')).not.toContain('pekerjaan sistem yang gagal');
  });

  test('is run again or thrown away by the API', async () => {
    await dies();
    const [first] = await failed();
    await api(app)
      .post('/api/jobs/failed/{id}/run-again', { as: administrator, path: { id: first?.id } })
      .expect(204);
    await api(app)
      .post('/api/jobs/failed/{id}/run-again', { as: administrator, path: { id: first?.id } })
      .expect(404);
    await failsForGood();
    const all = await api(app)
      .post('/api/jobs/{name}/run-failed-again', { as: administrator, path: { name: NAME } })
      .expect(200);
    expect(all.body).toEqual({ count: 1 });
    await failsForGood();
    const [last] = await failed();
    await api(app)
      .delete('/api/jobs/failed/{id}', { as: administrator, path: { id: last?.id } })
      .expect(204);
    await api(app)
      .delete('/api/jobs/failed/{id}', { as: administrator, path: { id: last?.id } })
      .expect(404);
    expect(await failed()).toEqual([]);
    expect(logged.some((line) => line.includes('is thrown away by person'))).toBe(true);
  });

  test('is thrown away from the page', async () => {
    await dies();
    const [one] = await failed();
    await request(app.server)
      .post(`/pengelolaan/pekerjaan/gagal/${one?.id}/buang`)
      .set(administrator)
      .expect(303);
    expect(await failed()).toEqual([]);
  });

  test('is listed page by page, and by its name', async () => {
    for (let i = 1; i <= 3; i++) await dies({ visitId: VISIT.replace('1', `${i}`) });
    const first = await api(app)
      .get('/api/jobs/failed', { as: administrator, query: { limit: 2 } })
      .expect(200);
    const { items, nextCursor } = first.body;
    expect(items).toHaveLength(2);
    const rest = await failed(`?limit=2&cursor=${nextCursor}`);
    expect(rest).toHaveLength(1);
    expect(new Set([...items, ...rest].map(({ id }) => id)).size).toBe(3);
    expect(await failed('?name=mail.deliver')).toEqual([]);
    expect(await failed(`?name=${NAME}`)).toHaveLength(3);
    const broken = Buffer.from('["x","y"]').toString('base64url');
    const refused = await api(app)
      .get('/api/jobs/failed', { as: administrator, query: { cursor: broken } })
      .expect(400);
    expect(problem(refused).code).toBe('bad-cursor');
  });

  test('of a job that this version does not provide is only thrown away', async () => {
    await dies();
    await app.database.query(`UPDATE pgboss.job SET source_name = 'visits.of-old' WHERE name = 'jobs.dead'`);
    const [one] = await failed();
    const refused = await api(app)
      .post('/api/jobs/failed/{id}/run-again', { as: administrator, path: { id: one?.id } })
      .expect(409);
    expect(problem(refused).code).toBe('job-not-provided');
    expect(await page()).toContain('tidak ada lagi di versi ini');
    await api(app)
      .delete('/api/jobs/failed/{id}', { as: administrator, path: { id: one?.id } })
      .expect(204);
  });

  test('is nobody else’s to see', async () => {
    const officer = await signedIn(app, {
      email: 'kanwil@jateng.test',
      role: 'regional',
      regionalOffice: 'jawa-tengah',
    });
    await api(app).get('/api/jobs', { as: officer }).expect(403);
    await request(app.server).get('/pengelolaan/pekerjaan').set(officer).expect(403);
  });
});
