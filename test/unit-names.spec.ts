import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, type Header, type ShownVisit } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
const OLD = 'Rutan Kelas IIB Banjarnegara';
const NEW = 'Lapas Kelas IIB Banjarnegara';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
let before: ShownVisit;
let after: ShownVisit;

async function rename(name: string): Promise<void> {
  const { body: unit } = await api(app)
    .get('/api/units/{code}', { as: administrator, path: { code: HOST } })
    .expect(200);
  await api(app)
    .patch('/api/units/{code}', {
      as: administrator,
      path: { code: HOST },
      body: { version: unit.version, name },
    })
    .expect(200);
}

const show = async ({ id }: ShownVisit): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: people.guest, path: { id } }).expect(200)).body;

const listed = async (query: string): Promise<Map<string, string>> => {
  const { body } = await api(app).get('/api/visits', { as: people.guest, query: { query } }).expect(200);
  return new Map(body.items.map(({ id, hostUnitName }) => [id, hostUnitName]));
};

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  before = await confirmed(app, people.guest, people.host);
  after = await requested(app, people.guest, {
    startsAt: '2025-11-12T09:00:00+07:00',
    endsAt: '2025-11-12T12:00:00+07:00',
  });
  app.clock.set(new Date('2025-11-05T03:00:00Z'));
  await rename(NEW);
});
afterAll(() => app.close());

describe('A unit that was renamed between two visits', () => {
  test('is called as it was on the day of each', async () => {
    expect((await show(before)).hostUnitName).toBe(OLD);
    expect((await show(after)).hostUnitName).toBe(NEW);
  });

  test('is found in lists by either name, and named there as of each day', async () => {
    for (const words of ['Rutan Kelas IIB Banjar', 'Lapas Kelas IIB Banjar']) {
      const found = await listed(words);
      expect(found.get(before.id)).toBe(OLD);
      expect(found.get(after.id)).toBe(NEW);
    }
  });

  test('bears each name from one day to the next, and a name of a single day leaves no trace', async () => {
    await rename('Lapas Kelas IIA Banjarnegara');
    const periods = await app.database.query<{ during: string; name: string }>(
      'SELECT during::text, name FROM unit_name WHERE unit = $1 ORDER BY during',
      [HOST],
    );
    expect(periods).toEqual([{ during: '(,2025-11-05)', name: OLD }]);
    app.clock.set(new Date('2025-11-20T03:00:00Z'));
    await rename(OLD);
    expect((await show(after)).hostUnitName).toBe('Lapas Kelas IIA Banjarnegara');
    expect((await show(before)).hostUnitName).toBe(OLD);
  });

  test('cannot have two names on one day', async () => {
    await expect(
      app.database.query(
        `INSERT INTO unit_name (unit, during, name, type) VALUES ($1, '[2025-10-01,2025-10-31)', 'Lain', 'rutan')`,
        [HOST],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'unit_name_no_overlap_excl' } });
  });
});
