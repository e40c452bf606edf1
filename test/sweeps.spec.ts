import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobStore } from '../src/platform/jobs/job-store.js';
import { itemOf } from '../src/platform/jobs/sweeps.js';
import { RemindOfAnswers } from '../src/reminders/use-cases/remind-of-answers.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import type { Scene } from './support/scene.js';
import { scenes, sweep } from './support/sweep-scenes.js';

/** Jobs that run by themselves as one task; each says why in its definition. */
const tasksAlone = [
  'backups.nightly',
  'bundles.forget-files',
  'calendars.fold-feed-changes',
  'files.remove-old-parts',
  'mail.deliver',
  'pages.forget-sent-forms',
  'sinergi.fold',
];

const poison = async (app: TestApp, { refuse: { on, at, when } }: Scene): Promise<void> => {
  await app.database.query(
    `CREATE FUNCTION refuse_poisoned() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'poisoned row'; END $$`,
  );
  await app.database.query(
    `CREATE TRIGGER refuse_poisoned BEFORE ${at} ON ${on} FOR EACH ROW WHEN (${when})
     EXECUTE FUNCTION refuse_poisoned()`,
  );
};

interface StoredJob {
  state: string;
  key: string;
}

const stored = (app: TestApp, name: string, key: string): Promise<StoredJob[]> =>
  app.database.query(
    `SELECT state, singleton_key AS key FROM pgboss.job WHERE name = $1 AND data->>'key' = $2 ORDER BY created_on`,
    [name, key],
  );

test('every job that runs by itself is a sweep with a scene here, or one task with a reason', async () => {
  const app = await startApp();
  const scheduled = app.app
    .get(JobRegistry)
    .all()
    .filter(({ cron }) => cron !== undefined);
  const sweeps = scheduled.filter((job) => job.sweeps !== undefined).map(({ name }) => name);
  const alone = scheduled.filter((job) => job.sweeps === undefined);
  await app.close();
  expect(sweeps.sort()).toEqual(Object.keys(scenes).sort());
  expect(alone.map(({ name }) => name).sort()).toEqual(tasksAlone);
  expect(alone.every((job) => (job.alone ?? '').length > 20)).toBe(true);
});

const cases = Object.entries(scenes).flatMap(([name, makers]) =>
  makers.map((make, index) => [makers.length > 1 ? `${name} (${index + 1})` : name, name, make] as const),
);

describe.each(cases)('A poisoned row of %s', (_, name, make) => {
  let app: TestApp;
  let scene: Scene;

  beforeAll(async () => {
    app = await startApp();
    scene = await make(app, await usualPeople(app));
    await app.app.get(JobQueue).workAll();
    await poison(app, scene);
  });
  afterAll(() => app.close());

  test('leaves the other rows done, is tried again, is seen among the dead, and is done when it can be', async () => {
    const { bad, good, isDone } = scene;
    expect([await isDone(bad), await isDone(good)]).toEqual([false, false]);
    const failures = await sweep(app, name);
    expect([await isDone(bad), await isDone(good)]).toEqual([false, true]);
    expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining('poisoned row')]);
    expect(await stored(app, itemOf(name), bad)).toMatchObject([{ state: 'retry', key: bad }]);
    expect((await stored(app, itemOf(name), good)).map(({ state }) => state)).toEqual(['completed']);

    await sweep(app, name);
    expect(await stored(app, itemOf(name), bad)).toHaveLength(1);

    await app.app.get(JobQueue).workAll({ early: true });
    expect(await stored(app, itemOf(name), bad)).toMatchObject([{ state: 'failed' }]);
    expect(await stored(app, 'jobs.dead', bad)).toHaveLength(1);
    await sweep(app, name);
    expect(await stored(app, itemOf(name), bad)).toHaveLength(1);

    await app.database.query(`DROP TRIGGER refuse_poisoned ON ${scene.refuse.on}`);
    await app.database.transaction(() => app.app.get(JobStore).runAgain({ sourceName: itemOf(name) }));
    await app.app.get(JobQueue).workAll();
    expect(await isDone(bad)).toBe(true);
    expect(await sweep(app, name)).toEqual([]);
    const states = (await stored(app, itemOf(name), good)).map(({ state }) => state);
    // What is done once is not found again; a kind of things that expire comes up each time.
    expect(scene.comesUpAgain ? [...new Set(states)] : states).toEqual(['completed']);
  });
});

test('a row that cannot even be judged becomes a job that fails', async () => {
  const app = await startApp();
  const people = await usualPeople(app);
  const scene = await scenes['reminders.answers']?.[0]?.(app, people);
  if (!scene) throw new Error('no scene');
  await app.app.get(JobQueue).workAll();
  // A rule that cannot place what it reads, in the search and again in the job of its own.
  const remind = app.app.get(RemindOfAnswers);
  const [find, one] = [remind.find.bind(remind), remind.one.bind(remind)];
  const cannotBeJudged = (): never => {
    throw new RangeError('cannot be judged');
  };
  jest
    .spyOn(remind, 'find')
    .mockImplementation(async (range) =>
      (await find(range)).map((found) =>
        found.key === scene.bad ? { ...found, due: cannotBeJudged } : found,
      ),
    );
  jest
    .spyOn(remind, 'one')
    .mockImplementation(async (key) => (key === scene.bad ? cannotBeJudged() : one(key)));
  const failures = await sweep(app, 'reminders.answers');
  expect(failures).toHaveLength(1);
  expect([await scene.isDone(scene.bad), await scene.isDone(scene.good)]).toEqual([false, true]);
  await app.close();
});
