import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
const clients: Client[] = [];

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await app.close();
});

/** A transaction of its own, which waits for nobody's lock. */
async function begun(): Promise<Client> {
  const client = new Client({ connectionString: app.databaseUrl });
  clients.push(client);
  await client.connect();
  await client.query(`BEGIN; SET LOCAL lock_timeout = '1ms'`);
  return client;
}

async function taken(client: Client, year: number, times = 1): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `SELECT take_visit_number('ST', $1) AS number FROM generate_series(1, $2)`,
    [year, times],
  );
  return rows.map(({ number }) => number);
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

test('visits written at once wait for nobody’s number', async () => {
  const first = await begun();
  await taken(first, 2031);
  await first.query('COMMIT');
  const [one, other] = [await begun(), await begun()];
  expect(await taken(one, 2031)).toEqual([2]);
  expect(await taken(other, 2031)).toEqual([3]);
  await one.query('ROLLBACK');
  await other.query('COMMIT');
  const next = await begun();
  expect(await taken(next, 2031, 2)).toEqual([2, 4]);
});

test('numbers follow one another past each hundred, also for who takes many at once', async () => {
  const client = await begun();
  expect(await taken(client, 2032, 345)).toEqual(upTo(345));
});

test('the next hundred is there before the others need it', async () => {
  const first = await begun();
  await taken(first, 2033, 50);
  await first.query('COMMIT');
  const [one, other] = [await begun(), await begun()];
  expect(await taken(one, 2033, 100)).toHaveLength(100);
  const rest = await taken(other, 2033, 20);
  expect(Math.min(...rest)).toBeGreaterThan(150);
  await one.query('COMMIT');
  await other.query('COMMIT');
});

test('the first of a year waits for the one before it alone', async () => {
  const [one, other] = [await begun(), await begun()];
  await other.query(`SET LOCAL lock_timeout = '10s'`);
  expect(await taken(one, 2034)).toEqual([1]);
  const waiting = taken(other, 2034);
  await one.query('COMMIT');
  expect(await waiting).toEqual([2]);
  await other.query('COMMIT');
});

test('no number is given twice, whoever writes', async () => {
  const writers = await Promise.all(Array.from({ length: 8 }, begun));
  const numbers = await Promise.all(
    writers.map(async (client, i) => {
      await client.query(`SET LOCAL lock_timeout = '10s'`);
      const given: number[] = [];
      for (let round = 0; round < 40; round++) {
        const [number] = await taken(client, 2035);
        const isKept = (round + i) % 3 > 0;
        await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
        if (isKept && number !== undefined) given.push(number);
        await client.query(`BEGIN; SET LOCAL lock_timeout = '10s'`);
      }
      return given;
    }),
  );
  const all = numbers.flat();
  expect(all).toHaveLength(new Set(all).size);
  expect(Math.max(...all)).toBeLessThan(all.length + 200);
});
