import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Lanes } from '../src/platform/database/lanes.js';
import { startApp, type TestApp } from './support/app.js';
import { databaseTrips, type DatabaseTrips } from './support/database-trips.js';

let app: TestApp;
let counted: DatabaseTrips;

beforeAll(async () => {
  app = await startApp({}, async (url) => (counted = await databaseTrips(url)).url);
  await app.database.query('CREATE TABLE trial (id integer PRIMARY KEY, at timestamptz DEFAULT now())');
});
afterAll(async () => {
  await app.close();
  await counted.close();
});
beforeEach(() => app.database.query('DELETE FROM trial'));

const write = (id: number) => app.database.query('INSERT INTO trial (id) VALUES ($1)', [id]);
const stored = async () =>
  (await app.database.query<{ id: number }>('SELECT id FROM trial ORDER BY id')).map(({ id }) => id);

describe('What nobody waits for', () => {
  test('goes along with COMMIT, and a transaction begins along with its first statement', async () => {
    const work = () =>
      app.database.transaction(async () => {
        await app.database.query('SELECT 1');
        await app.database.sendAlong(() => Promise.all([write(1), write(2)]));
      });
    const trips = await counted.of(work);
    expect(trips.map((trip) => trip.length)).toEqual([2, 3]);
    expect(await stored()).toEqual([1, 2]);
  });

  test('undoes the transaction where it fails, and is what is told', async () => {
    const work = app.database.transaction(async () => {
      await app.database.sendAlong(() => write(1));
      await app.database.sendAlong(() => write(1));
    });
    await expect(work).rejects.toMatchObject({ driverError: { constraint: 'trial_pkey' } });
    expect(await stored()).toEqual([]);
  });

  test('is what is told also where something came after it', async () => {
    const work = app.database.transaction(async () => {
      await app.database.sendAlong(() => Promise.all([write(1), write(1)]));
      await app.database.query('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ driverError: { constraint: 'trial_pkey' } });
    expect(await stored()).toEqual([]);
  });

  test('is what is told, however deep it was asked', async () => {
    const deep = async () => {
      await Promise.all([Promise.all([write(1), write(1)])]);
    };
    const along = app.database.transaction(() =>
      app.database.sendAlong(() => Promise.all([deep(), app.database.query('SELECT 1')])),
    );
    await expect(along).rejects.toMatchObject({ driverError: { constraint: 'trial_pkey' } });
    const waited = app.database.transaction(() => Promise.all([deep(), app.database.query('SELECT 1')]));
    await expect(waited).rejects.toMatchObject({ driverError: { constraint: 'trial_pkey' } });
  });

  test('is not taken for stored where nobody heard of a failure', async () => {
    const work = app.database.transaction(async () => {
      await write(1);
      await app.database.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('division by zero');
    expect(await stored()).toEqual([]);
  });

  test('is undone alone behind a savepoint', async () => {
    await app.database.transaction(async () => {
      await write(1);
      const apart = app.database.apart(() => app.database.sendAlong(() => write(1)));
      await expect(apart).rejects.toMatchObject({ driverError: { constraint: 'trial_pkey' } });
      await app.database.sendAlong(() => write(2));
    });
    expect(await stored()).toEqual([1, 2]);
  });

  test('is just done outside a transaction', async () => {
    await app.database.sendAlong(() => write(3));
    expect(await stored()).toEqual([3]);
  });
});

describe('What one request asks', () => {
  const inRequest = <Result>(work: () => Promise<Result>) => app.app.get(Lanes).within('GET /trial', work);
  const backend = async () => (await app.database.query('SELECT pg_backend_pid() AS pid'))[0];

  test('side by side goes by one connection and one way', async () => {
    await inRequest(backend);
    let seen: unknown[] = [];
    const trips = await counted.of(() =>
      inRequest(async () => {
        seen = await Promise.all(Array.from({ length: 12 }, backend));
      }),
    );
    expect(trips).toHaveLength(1);
    expect(new Set(seen.map((row) => JSON.stringify(row))).size).toBe(1);
  });

  test('fails alone where it fails', async () => {
    const answers = await inRequest(() =>
      Promise.allSettled([backend(), app.database.query('SELECT 1 / 0'), backend()]),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('goes by another connection after its own was lost', async () => {
    await inRequest(async () => {
      const lost = app.database.query('SELECT pg_terminate_backend(pg_backend_pid())');
      await expect(lost).rejects.toThrow();
      expect(await backend()).toBeDefined();
    });
  });
});
