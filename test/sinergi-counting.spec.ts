import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { KeepFigures } from '../src/sinergi/index.js';
import { startApp, type TestApp } from './support/app.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested } from './support/visits.js';

const HOST = 'rutan-banjarnegara';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  const { guest, host } = await usualPeople(app);
  await confirmed(app, guest, host);
  await requested(app, guest, {
    startsAt: '2025-11-05T09:00:00+07:00',
    endsAt: '2025-11-05T12:00:00+07:00',
    programs: ['akselerasi-2'],
  });
});
afterAll(() => app.close());

const sql = async (text: string, ...parameters: unknown[]): Promise<void> => {
  await app.database.query(text, parameters);
};

describe('What others change while it is counted', () => {
  const fold = () => app.app.get(KeepFigures).fold();
  const isRight = async () => {
    expect(await countsKept(app.database)).toEqual(await countedAfresh(app.database));
  };
  let other: Client;
  beforeAll(async () => {
    other = new Client({ connectionString: app.databaseUrl });
    await other.connect();
  });
  afterAll(() => other.end());

  test('is counted by readers, and by the next fold', async () => {
    await other.query('BEGIN');
    await other.query(
      `UPDATE visit SET starts_at = starts_at + interval '40 days', ends_at = ends_at + interval '40 days'`,
    );
    await sql(`UPDATE visit_history SET at = at - interval '3 hours' WHERE action = 'submit'`);
    await fold();
    await other.query('COMMIT');
    await isRight();
    await fold();
    await isRight();
  });

  test('is folded first where more waits than a few, and then read', async () => {
    const headers = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    const waiting = async (wanted: number): Promise<number> => {
      await fold();
      await sql('INSERT INTO sinergi_pending SELECT id FROM visit, generate_series(1, 10) LIMIT $1', wanted);
      await request(app.server).get('/api/sinergi/figures').set(headers).expect(200);
      const [row] = await app.database.query<{ count: number }>('SELECT count(*)::int FROM sinergi_pending');
      return row?.count ?? -1;
    };
    expect(await waiting(9)).toBe(9);
    expect(await waiting(10)).toBe(0);
    await isRight();
  });

  test('is counted by the zone that its host comes to have', async () => {
    await other.query('BEGIN');
    await other.query(`UPDATE unit SET time_zone = 'Asia/Jayapura' WHERE code = '${HOST}'`);
    await sql(
      `UPDATE visit SET starts_at = '2025-10-31T16:00:00Z', ends_at = '2025-10-31T18:00:00Z'
      WHERE id = (SELECT min(id::text)::uuid FROM visit WHERE host_unit = $1 AND submitted_at IS NOT NULL)`,
      HOST,
    );
    await fold();
    await other.query('COMMIT');
    await isRight();
    await fold();
    await isRight();
  });
});
