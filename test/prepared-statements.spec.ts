import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const ASKED = 'SELECT code, capacity FROM prepared_trial WHERE code = $1';
const ask = () => app.database.query(ASKED, ['a']);
const preparedHere = () =>
  app.database.query(`SELECT 1 FROM pg_prepared_statements WHERE statement = $1`, [ASKED]);

describe('What is asked often', () => {
  beforeAll(async () => {
    await app.database.query('CREATE TABLE prepared_trial (code text, capacity integer)');
    await app.database.query(`INSERT INTO prepared_trial VALUES ('a', 7)`);
  });

  test('is prepared on its connection from the second time on', async () => {
    await app.database.transaction(async () => {
      await ask();
      expect(await preparedHere()).toHaveLength(0);
      expect(await ask()).toEqual([{ code: 'a', capacity: 7 }]);
      expect(await preparedHere()).toHaveLength(1);
    });
  });

  test.each([
    ['by itself', ask],
    ['in a transaction', () => app.database.transaction(ask)],
  ])('is answered %s after a migration changed what it answers', async (how, asking) => {
    const type = how === 'by itself' ? 'text' : 'bigint';
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    await app.database.query(
      `ALTER TABLE prepared_trial ALTER capacity TYPE ${type} USING capacity::${type}`,
    );
    // On every connection of the pool.
    const answers = await Promise.all(Array.from({ length: 20 }, () => asking()));
    expect(answers.flat()).toEqual(Array.from({ length: 20 }, () => ({ code: 'a', capacity: '7' })));
  });
});
