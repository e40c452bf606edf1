import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobStates } from '../src/platform/jobs/job-states.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { requested } from './support/visits.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const digests = (): Promise<{ key: string }[]> =>
  app.database.query(`SELECT key FROM mail WHERE key LIKE 'digest:jawa-tengah:%' ORDER BY key`);

test('every job that runs by itself says whether and until when a missed run is made up for', () => {
  const scheduled = app.app
    .get(JobRegistry)
    .all()
    .filter(({ cron }) => cron !== undefined);
  const silent = scheduled.filter(({ missed }) => Object.values(missed ?? {}).join('').length < 10);
  expect(scheduled.length).toBeGreaterThan(10);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('a server that was down on Monday sends that week’s digest on Tuesday, once', async () => {
  const { guest } = await usualPeople(app);
  await requested(app, guest, {
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T11:00:00+07:00',
  });
  app.clock.set(new Date('2025-10-28T02:00:00Z'));
  await app.settle();
  const sent = await digests();
  expect(sent.map(({ key }) => key)).toEqual(['digest:jawa-tengah:2025-10-27:kanwil@jateng.test']);
  app.clock.set(new Date('2025-10-29T02:00:00Z'));
  await app.settle();
  expect(await digests()).toEqual(sent);
});

test('what a clock that was ahead left in the future is taken back', async () => {
  const queue = app.app.get(JobQueue);
  await queue.send('visits.expire', {});
  await app.database.query(`
    UPDATE pgboss.version SET cron_on = now() + interval '75 days', bam_on = now() + interval '75 days';
    UPDATE pgboss.queue SET maintain_on = now() + interval '75 days';
    UPDATE pgboss.job SET created_on = now() + interval '75 days', start_after = now() + interval '75 days'
      WHERE name = 'visits.expire' AND state = 'created'`);
  await app.app.get(JobStates).repairClock();
  const [left] = await app.database.query<{ ahead: number }>(`
    SELECT ((SELECT count(*) FROM pgboss.version WHERE greatest(cron_on, bam_on) > now() + interval '1 minute')
      + (SELECT count(*) FROM pgboss.queue WHERE maintain_on > now() + interval '1 minute')
      + (SELECT count(*) FROM pgboss.job WHERE name = 'visits.expire' AND start_after > now() + interval '1 minute'))::int
      AS ahead`);
  expect(left?.ahead).toBe(0);
});

test('and so it is at the start of the work', async () => {
  await app.database.query(`UPDATE pgboss.version SET cron_on = now() + interval '75 days'`);
  await app.app.get(JobQueue).work();
  const [row] = await app.database.query<{ ahead: boolean }>(
    `SELECT cron_on > now() + interval '1 minute' AS ahead FROM pgboss.version`,
  );
  expect(row?.ahead).toBe(false);
});
