import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import { create, type Header } from './support/visits.js';

/** 21 October 2025 in Jayapura and 20 October in Jakarta. */
const NIGHT = new Date('2025-10-20T15:30:00Z');

let app: TestApp;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  app.clock.set(NIGHT);
});
afterAll(() => app.close());

const east = async (): Promise<string> => {
  const [unit] = await app.database.query<{ code: string }>(
    `SELECT code FROM unit WHERE time_zone = 'Asia/Jayapura' ORDER BY code LIMIT 1`,
  );
  if (!unit) throw new Error('no unit in the east');
  return unit.code;
};

test('a unit in the east is shown its closed days from its own today on', async () => {
  const code = await east();
  for (const date of ['2025-10-20', '2025-10-21']) {
    await app.database.query(`INSERT INTO closed_day (unit, date, reason) VALUES ($1, $2, 'Apel')`, [
      code,
      date,
    ]);
  }
  const answer = await request(app.server).get(`/api/units/${code}`).set(administrator).expect(200);
  const { closedDays } = answer.body as { closedDays: { date: string }[] };
  expect(closedDays.map(({ date }) => date)).toEqual(['2025-10-21']);
});

test('a unit in the east that is renamed bore its name until its own today', async () => {
  const code = await east();
  const { body } = await request(app.server).get(`/api/units/${code}`).set(administrator).expect(200);
  const { version } = body as { version: number };
  await request(app.server)
    .patch(`/api/units/${code}`)
    .set(administrator)
    .send({ version, name: 'Lapas Kelas IIA Ujung Timur' })
    .expect(200);
  const [former] = await app.database.query<{ day: string }>(
    'SELECT upper(during)::text AS day FROM unit_name WHERE unit = $1',
    [code],
  );
  expect(former?.day).toBe('2025-10-21');
});

test('whoever asks for the visits of a day means a day of their own clock', async () => {
  const code = await east();
  const officer = await signedIn(app, { email: 'petugas@timur.test', role: 'officer', unit: code });
  // 00.30 on 22 October in Jayapura, still 21 October in Jakarta.
  const times = { startsAt: '2025-10-21T15:30:00Z', endsAt: '2025-10-21T16:30:00Z' };
  await create(app, officer, { guestUnit: code, ...times });
  const of = async (day: string) =>
    (await request(app.server).get(`/api/visits?from=${day}&to=${day}`).set(officer).expect(200)).body as {
      items: unknown[];
    };
  expect((await of('2025-10-22')).items).toHaveLength(1);
  expect((await of('2025-10-21')).items).toHaveLength(0);
});
