import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Job, type JobHandler } from '../src/platform/jobs/job.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { Wake } from '../src/platform/jobs/wake.js';
import { createDatabase } from './support/database.js';
import { startJobProcess, until, type JobProcess } from './support/jobs.js';

interface Item {
  item: string;
}

/** What ran, in order, and how many ran at the same time. */
let ran: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;
/** How often the job without a stored one ran. */
let woken = 0;
/** What a job does while it runs. */
let during: (item: string) => Promise<void> = () => Promise.resolve();

async function runs(what: string): Promise<void> {
  ran.push(what);
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  try {
    await during(what);
  } finally {
    atOnce--;
  }
}

@Job({ name: 'test.plain' })
class Plain implements JobHandler<Item> {
  handle({ item }: Item): Promise<void> {
    return runs(item);
  }
}

@Job<Item>({ name: 'test.keyed', key: ({ item }) => item })
class Keyed implements JobHandler<Item> {
  handle({ item }: Item): Promise<void> {
    return runs(item);
  }
}

@Job({ name: 'test.woken', wokenBy: 'test.signal' })
class Woken implements JobHandler {
  handle(): Promise<void> {
    woken++;
    return Promise.resolve();
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

let stored: Awaited<ReturnType<typeof createDatabase>>;
let one: JobProcess;

beforeAll(async () => {
  stored = await createDatabase();
  one = await startJobProcess(stored.url, [Plain, Keyed, Woken]);
});
afterAll(async () => {
  await one.app.close();
  await stored.drop();
});
beforeEach(async () => {
  ran = [];
  mostAtOnce = 0;
  during = () => Promise.resolve();
  await one.database.query(`DELETE FROM pgboss.job`);
});

async function waiting(name: string): Promise<string[]> {
  const rows = await one.database.query<{ item: string }>(
    `SELECT data->>'item' AS item FROM pgboss.job WHERE name = $1 AND state = 'created' ORDER BY created_on`,
    [name],
  );
  return rows.map(({ item }) => item);
}

describe('Storing jobs', () => {
  test('while a job of a key waits, a second is not stored', async () => {
    await one.queue.send('test.keyed', { item: 'a' });
    await one.queue.send('test.keyed', { item: 'a' });
    await one.queue.send('test.keyed', { item: 'b' });
    expect(await waiting('test.keyed')).toEqual(['a', 'b']);
    await one.queue.workAll();
    await one.queue.send('test.keyed', { item: 'a' });
    expect(await waiting('test.keyed')).toEqual(['a']);
  });

  test('many are stored by one statement, of one key the first', async () => {
    await one.queue.sendAll(
      'test.keyed',
      ['a', 'b', 'a', 'c'].map((item) => ({ payload: { item } })),
    );
    expect((await waiting('test.keyed')).sort()).toEqual(['a', 'b', 'c']);
    await one.queue.sendAll('test.plain', [{ payload: { item: 'x' } }, { payload: { item: 'x' } }]);
    expect(await waiting('test.plain')).toHaveLength(2);
    await one.queue.send('test.plain', { item: 'y' }, { key: 'y' });
    await one.queue.send('test.plain', { item: 'y' }, { key: 'y' });
    expect(await waiting('test.plain')).toHaveLength(3);
  });

  test('one that waits for later does not stand for one that is wanted now', async () => {
    await one.queue.send('test.keyed', { item: 'a' }, { startAfter: 60 });
    await one.queue.send('test.keyed', { item: 'a' }, { startAfter: 90 });
    expect(await waiting('test.keyed')).toHaveLength(1);
    await one.queue.send('test.keyed', { item: 'a' });
    expect(await waiting('test.keyed')).toHaveLength(2);
    await one.queue.workAll();
    expect(ran).toEqual(['a']);
    await one.queue.workAll({ early: true });
    expect(ran).toEqual(['a', 'a']);
  });

  test('nothing is stored by a transaction that rolls back', async () => {
    const broken = one.database.transaction(async () => {
      await one.queue.send('test.keyed', { item: 'a' });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await waiting('test.keyed')).toEqual([]);
  });

  test('a waiting job that stands for a change is not taken before the change is committed', async () => {
    await one.queue.send('test.keyed', { item: 'a' });
    await one.database.transaction(async () => {
      await one.queue.send('test.keyed', { item: 'a' });
      // Another connection, outside this transaction.
      await taken(() => one.queue.workAll());
      expect(ran).toEqual([]);
    });
    await one.queue.workAll();
    expect(ran).toEqual(['a']);
  });

  test('senders of one key do not wait for each other', async () => {
    await one.queue.send('test.keyed', { item: 'a' });
    await one.database.transaction(async () => {
      await one.queue.send('test.keyed', { item: 'a' });
      await one.queue.send('test.keyed', { item: 'new' });
      await taken(() => one.queue.send('test.keyed', { item: 'a' }));
      await taken(() => one.queue.send('test.keyed', { item: 'new' }));
    });
    await one.queue.workAll();
    expect(new Set(ran)).toEqual(new Set(['a', 'new']));
  });

  test('a job that no module provides cannot be stored', async () => {
    await expect(one.queue.send('test.nowhere', {})).rejects.toThrow(
      'no module provides the job test.nowhere',
    );
  });
});

/** Runs something as another request would, outside the open transaction. */
async function taken(work: () => Promise<unknown>): Promise<void> {
  const { ClsService } = await import('nestjs-cls');
  await one.app
    .get(ClsService)
    .exit(() => Promise.race([work(), pause(5000).then(() => Promise.reject(new Error('waited')))]));
}

describe('Working jobs', () => {
  let two: JobProcess;
  beforeEach(async () => {
    two = await startJobProcess(stored.url, [Plain, Keyed, Woken]);
    await two.queue.work();
  });
  afterEach(async () => {
    await two.app.close();
  });

  test('what is committed runs at once, in another process too', async () => {
    await pause(500);
    const started = performance.now();
    await one.queue.send('test.plain', { item: 'a' });
    await until(() => ran.length === 1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('independent keys run side by side, with no pause between', async () => {
    during = () => pause(100);
    await one.queue.sendAll(
      'test.keyed',
      ['a', 'b', 'c', 'd'].map((item) => ({ payload: { item } })),
    );
    await until(() => ran.length === 4);
    expect(mostAtOnce).toBe(4);
    await until(() => atOnce === 0);

    ran = [];
    mostAtOnce = 0;
    during = () => pause(20);
    await one.queue.sendAll(
      'test.plain',
      Array.from({ length: 10 }, (_, i) => ({ payload: { item: 'same' }, key: `${i}` })),
    );
    await until(() => ran.length === 10);
    await until(() => atOnce === 0);
  });

  test('jobs of one key never run side by side, though two processes work them', async () => {
    during = () => pause(30);
    const three = await startJobProcess(stored.url, [Plain, Keyed, Woken]);
    await three.queue.work();
    for (let i = 0; i < 10; i++) {
      await one.queue.send('test.keyed', { item: 'same' });
      await until(async () => ran.length > i || (await waiting('test.keyed')).length === 0);
    }
    await until(async () => atOnce === 0 && (await waiting('test.keyed')).length === 0);
    await three.app.close();
    expect(ran.length).toBeGreaterThan(2);
    expect(mostAtOnce).toBe(1);
  });

  test('600 jobs take seconds, not a second each', async () => {
    const started = performance.now();
    await one.queue.sendAll(
      'test.plain',
      Array.from({ length: 600 }, (_, i) => ({ payload: { item: `${i}` } })),
    );
    await until(() => ran.length === 600, 60_000);
    expect(new Set(ran).size).toBe(600);
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeLessThan(30);
  });

  test('a signal runs a job without a stored one, at commit, and once for many', async () => {
    const wake = one.app.get(Wake);
    await until(async () => {
      wake.signal('test.signal');
      return woken > 0;
    });
    await pause(300);
    woken = 0;
    await one.database.transaction(async () => {
      for (let i = 0; i < 10; i++) wake.signal('test.signal');
      await pause(300);
      expect(woken).toBe(0);
    });
    await until(() => woken > 0);
    await pause(300);
    expect(woken).toBe(1);
  });

  test('a listening connection that is lost is made again, and what came meanwhile is looked for', async () => {
    const wake = one.app.get(Wake);
    await pause(500);
    woken = 0;
    await one.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'sambang-wake' AND datname = current_database()`,
    );
    await until(() => woken > 0);
    await pause(300);
    woken = 0;
    wake.signal('test.signal');
    await until(() => woken > 0, 1000);
  });
});

describe('Jobs that cannot run', () => {
  @Job({ name: 'test.plain' })
  class Namesake implements JobHandler {
    handle(): Promise<void> {
      return Promise.resolve();
    }
  }
  @Job({ name: 'test.without-handler' })
  class WithoutHandler {}

  test('two of one name refuse the start', async () => {
    await expect(startJobProcess(stored.url, [Plain, Namesake])).rejects.toThrow(
      'two jobs are named test.plain: Plain and Namesake',
    );
  });

  test('one without a handler refuses the start', async () => {
    await expect(startJobProcess(stored.url, [WithoutHandler])).rejects.toThrow(
      'the job test.without-handler cannot run: WithoutHandler has no handle()',
    );
  });

  test('the registry knows each by its name', () => {
    expect(one.app.get(JobRegistry).named('test.keyed').handler).toBeInstanceOf(Keyed);
  });
});
