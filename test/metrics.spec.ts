import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { startApp, type TestApp } from './support/app.js';

const METRICS_TOKEN = 'a-token-of-more-than-32-characters-for-a-collector';
const NAME = 'calendars.send-invitations';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ METRICS_TOKEN });
});
afterAll(async () => {
  await app.close();
});

async function metrics(): Promise<string> {
  const { status, text, headers } = await request(app.server)
    .get('/metrics')
    .set('authorization', `Bearer ${METRICS_TOKEN}`);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  return text;
}

test('only whoever shows the token reads metrics', async () => {
  for (const authorization of ['', 'Bearer ', `Bearer ${METRICS_TOKEN}x`, `Basic ${METRICS_TOKEN}`]) {
    const { status } = await request(app.server).get('/metrics').set('authorization', authorization);
    expect(status).toBe(404);
  }
});

test('dead letters are told by queue, and gone once they ran again', async () => {
  const { handler } = app.app.get(JobRegistry).named(NAME);
  const handle = handler.handle.bind(handler);
  handler.handle = () => Promise.reject(new Error('planted'));
  await app.app.get(JobQueue).send(NAME, { visitId: '0198c0de-0000-7000-8000-000000000001' });
  await app.database.query(`UPDATE pgboss.job SET retry_limit = 0 WHERE name = $1`, [NAME]);
  expect(await metrics()).toContain(`sambang_jobs{queue="${NAME}",state="waiting"} 1`);
  await app.app.get(JobQueue).workAll();
  handler.handle = handle;

  const text = await metrics();
  expect(text).toContain(`sambang_jobs{queue="${NAME}",state="failed"} 1`);
  expect(text).toContain(`sambang_jobs{queue="${NAME}",state="waiting"} 0`);
  expect(text).toMatch(/^sambang_ready 1$/m);
  await app.database.query(`DELETE FROM pgboss.job WHERE name = 'jobs.dead'`);
  expect(await metrics()).toContain(`sambang_jobs{queue="${NAME}",state="failed"} 0`);
});

test('a trouble of sending is told with how long it has lasted', async () => {
  await app.database.query(
    `INSERT INTO mail_outage (scope, cause, words, since, noticed_at, next_probe_at)
     VALUES ('*', 'fault', 'no route', $1, $2, $2)`,
    [new Date(app.clock.now().getTime() - 90_000), app.clock.now()],
  );
  expect(await metrics()).toContain('sambang_mail_outage_seconds{scope="*"} 90');
  await app.database.query('DELETE FROM mail_outage');
  expect(await metrics()).not.toContain('sambang_mail_outage_seconds{');
});

test('requests are timed by route, never by what fills it', async () => {
  await request(app.server).get('/kunjungan/0198c0de-0000-7000-8000-00000000abcd');
  const text = await metrics();
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/kunjungan/:id"');
  expect(text).not.toContain('00000000abcd');
});
