import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Job, type JobHandler } from '../src/platform/jobs/job.js';
import { JobStore } from '../src/platform/jobs/job-store.js';
import { createDatabase } from './support/database.js';
import { startJobProcess, until, type JobProcess } from './support/jobs.js';

interface Item {
  item: string;
}

/** What ran, in order, and how many run at this moment. */
let ran: string[] = [];
let atOnce = 0;
/** How long a job takes, in milliseconds. */
let takes = 0;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

@Job<Item>({ name: 'test.item', key: ({ item }) => item })
class Worked implements JobHandler<Item> {
  async handle({ item }: Item): Promise<void> {
    ran.push(item);
    atOnce++;
    await pause(takes);
    atOnce--;
  }
}

let stored: Awaited<ReturnType<typeof createDatabase>>;
let one: JobProcess;

beforeAll(async () => {
  stored = await createDatabase();
  one = await startJobProcess(stored.url, [Worked]);
});
afterAll(async () => {
  await one.app.close();
  await stored.drop();
});
beforeEach(async () => {
  ran = [];
  takes = 0;
  await one.database.query(`DELETE FROM pgboss.job`);
});

describe('A process that dies', () => {
  test('has its job taken over within half a minute', async () => {
    await one.queue.send('test.item', { item: 'left behind' });
    const [held] = await one.app.get(JobStore).fetch('test.item', 10);
    expect(held?.data).toEqual({ item: 'left behind' });
    const heir = await startJobProcess(stored.url, [Worked]);
    await heir.queue.work();
    await until(() => ran.length > 0, 30_000);
    await heir.app.close();
    expect(ran).toEqual(['left behind']);
  }, 60_000);

  test('is not one that works long: its job stays its own', async () => {
    takes = 25_000;
    const [first, second] = await Promise.all([1, 2].map(() => startJobProcess(stored.url, [Worked])));
    await first?.queue.work();
    await second?.queue.work();
    await one.queue.send('test.item', { item: 'long' });
    await until(() => ran.length > 0);
    await until(() => atOnce === 0, 40_000);
    await first?.app.close();
    await second?.app.close();
    expect(ran).toEqual(['long']);
    const [row] = await one.database.query<{ state: string; tries: number }>(
      `SELECT state, retry_count AS tries FROM pgboss.job WHERE name = 'test.item'`,
    );
    expect(row).toEqual({ state: 'completed', tries: 0 });
  }, 90_000);

  test('and one that stops gives back what it had not begun, without a try lost', async () => {
    takes = 1500;
    const stops = await startJobProcess(stored.url, [Worked]);
    await stops.queue.work();
    await one.queue.sendAll(
      'test.item',
      Array.from({ length: 12 }, (_, i) => ({ payload: { item: `${i}` } })),
    );
    await until(() => atOnce > 0);
    await stops.app.close();
    const states = await one.database.query<{ state: string; tries: number; count: number }>(
      `SELECT state, retry_count AS tries, count(*)::int AS count FROM pgboss.job WHERE name = 'test.item'
       GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(states).toEqual([
      { state: 'created', tries: 0, count: 12 - ran.length },
      { state: 'completed', tries: 0, count: ran.length },
    ]);
    expect(ran.length).toBeLessThan(12);
  }, 60_000);
});

test('a queue that an older version made gets the keys and tries of this one', async () => {
  await one.database.query(
    `UPDATE pgboss.queue SET policy = 'standard', retry_limit = 8, heartbeat_seconds = NULL WHERE name = 'test.item'`,
  );
  const later = await startJobProcess(stored.url, [Worked]);
  await later.app.close();
  const [queue] = await one.database.query(
    `SELECT policy, retry_limit AS tries, heartbeat_seconds AS heartbeat, dead_letter AS dead
     FROM pgboss.queue WHERE name = 'test.item'`,
  );
  expect(queue).toEqual({ policy: 'singleton', tries: 10, heartbeat: 10, dead: 'jobs.dead' });
});
