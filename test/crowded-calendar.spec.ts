import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { loadNation } from './support/nation.js';
import { usualPeople, signedIn, type UsualPeople } from './support/people.js';
import { confirmed, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let nation: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  nation = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  const spanning = await confirmed(app, people.guest, people.host, {
    startsAt: '2025-10-28T09:00:00+07:00',
    endsAt: '2025-10-30T11:00:00+07:00',
  });
  expect(spanning.state).toBe('confirmed');
  await loadNation(app, { from: '2025-09-01', to: '2025-11-30', visits: 3000 });
}, 120_000);
afterAll(() => app.close());

const get = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);

interface Period {
  events: { start: string }[];
  manyByDay: { date: string; title: string; url: string }[];
  note: string;
}
async function period(by: Header, more = ''): Promise<Period> {
  const { body } = await get(`/kalender/acara?dari=2025-10-01&sampai=2025-10-31${more}`, by).expect(200);
  return body as Period;
}

test('more visits than are told one by one are counted, each on every day it lies in', async () => {
  const { events, manyByDay, note } = await period(nation);
  const expected = await app.database.query<{ date: string; title: string }>(
    `SELECT day::date::text AS date, count(*) || ' kunjungan' AS title
     FROM generate_series('2025-10-01'::timestamp, '2025-10-31'::timestamp, interval '1 day') day
     JOIN visit v ON v.starts_at < (day + interval '1 day') AT TIME ZONE 'Asia/Jakarta'
       AND v.ends_at > day AT TIME ZONE 'Asia/Jakarta'
     WHERE state IN ('arranged', 'requested', 'counter-proposed', 'confirmed', 'held', 'closed')
     GROUP BY 1 ORDER BY 1`,
  );
  expect(expected.length).toBeGreaterThan(20);
  expect(events).toEqual([]);
  expect(manyByDay.map(({ date, title }) => ({ date, title }))).toEqual(expected);
  expect(note).toContain('terlalu banyak');
});

test('a day leads to its list, under the same filters', async () => {
  const [{ url, title }] = (await period(nation, '&keadaan=closed')).manyByDay as [Period['manyByDay'][0]];
  expect(url).toMatch(/^\/kunjungan\?tab=semua&state=closed&from=2025-10-\d\d&to=2025-10-\d\d$/);
  const { text } = await get(`${url}&limit=100`, nation).expect(200);
  expect(text.match(/class="visit-row"/g) ?? []).toHaveLength(Number.parseInt(title, 10));
});

test('of few the visits themselves are told, and nothing is said of numbers', async () => {
  for (const few of [await period(nation, '&upt=rutan-banjarnegara'), await period(people.guest)]) {
    expect(few.manyByDay).toEqual([]);
    expect(few.note).toBe('');
  }
});

test('without script the month lists its days', async () => {
  const { text } = await get('/kalender?bulan=2025-10', nation).expect(200);
  const { manyByDay } = await period(nation);
  for (const { title, url } of manyByDay) {
    expect(text).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
    expect(text).toContain(title);
  }
});
