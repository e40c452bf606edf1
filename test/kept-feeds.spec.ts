import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import request from 'supertest';
import { CalendarSources } from '../src/calendars/queries/calendar-sources.js';
import { FeedRepository } from '../src/calendars/storage/feed-repository.js';
import { START, startApp, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let path: string;
let id: string;
let etag: string;
let since: string;
const visits: string[] = [];

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  for (const day of ['04', '05', '06']) {
    const times = { startsAt: `2025-11-${day}T09:00:00+07:00`, endsAt: `2025-11-${day}T11:00:00+07:00` };
    visits.push((await confirmed(app, people.guest, people.host, times)).id);
  }
  await app.settle();
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  ({ path, id } = await subscribeTo(app, people.guest, 'unit'));
  const { headers } = await read();
  etag = headers['etag'] as string;
  since = headers['last-modified'] as string;
});

const read = (headers: Record<string, string> = {}) =>
  request(app.server)
    .get(path)
    .set({ 'accept-encoding': 'identity', ...headers });

/** The statements that some reading sends. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(app.database, 'query');
  await work();
  // Jobs go on beside it.
  const { length } = spy.mock.calls.filter(([sql]) => sql.includes('feed'));
  spy.mockRestore();
  return length;
}

test('unchanged, a feed costs one statement, with its bytes and without', async () => {
  expect(await statements(() => read({ 'if-none-match': etag }).expect(304))).toBe(1);
  expect(await statements(() => read({ 'if-modified-since': since }).expect(304))).toBe(1);
  expect(await statements(() => read().expect(200))).toBe(1);
  expect(await statements(() => read({ 'accept-encoding': 'br' }).expect(200))).toBe(1);
});

test('polls that come together share statements', async () => {
  const polls = Array.from({ length: 40 }, () =>
    app.app.inject({ url: path, headers: { 'if-none-match': etag } }),
  );
  const sent = await statements(async () => {
    for (const { statusCode } of await Promise.all(polls)) expect(statusCode).toBe(304);
  });
  expect(sent).toBeLessThan(10);
});

test('of what changed that event alone is written anew', async () => {
  const asked = jest.spyOn(app.app.get(CalendarSources), 'byIds');
  await app.database.query(`UPDATE visit SET title = 'Lain sama sekali' WHERE id = $1`, [visits[1]]);
  const { text } = await read({ 'if-none-match': etag }).expect(200);
  expect(asked.mock.calls).toEqual([[[visits[1]]]]);
  asked.mockRestore();
  expect(text).toContain('Lain sama sekali');
  const other = await subscribeTo(app, people.host, 'unit');
  const theirs = (await request(app.server).get(other.path).expect(200)).text;
  const eventsOf = (calendar: string) => calendar.slice(calendar.indexOf('BEGIN:VEVENT'));
  expect(eventsOf(theirs)).toBe(eventsOf(text));
});

test('folding marks changes no revision', async () => {
  for (const title of ['A', 'B', 'C'])
    await app.database.query('UPDATE visit SET title = $2 WHERE id = $1', [visits[0], title]);
  const { headers } = await read();
  const count = async () =>
    Number((await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM feed_change'))[0]?.n);
  const before = await count();
  await app.app.get(FeedRepository).foldChanges();
  expect(await count()).toBeLessThan(before);
  expect(await statements(() => read({ 'if-none-match': headers['etag'] as string }).expect(304))).toBe(1);
});

test('in a database that was restored the time of the last change counts anew, and the bytes stay known', async () => {
  await app.database.query(`UPDATE feed SET held = 'another' || substr(held, strpos(held, ' '))`);
  app.clock.advance(60_000);
  const again = await read({ 'if-modified-since': since }).expect(200);
  expect(again.headers['etag']).toBe(etag);
  expect(Date.parse(again.headers['last-modified'] as string)).toBeGreaterThan(Date.parse(since));
  await read({ 'if-none-match': etag }).expect(304);
});

test('another program writes anew; where the bytes are the same nobody notices', async () => {
  await app.database.query(`UPDATE feed SET held = held || 'x'`);
  app.clock.advance(60_000);
  const spy = jest.spyOn(app.app.get(CalendarSources), 'listed');
  await read({ 'if-modified-since': since }).expect(304);
  expect(spy).toHaveBeenCalledTimes(1);
  spy.mockRestore();
  expect((await read()).headers['last-modified']).toBe(since);
});

test('that it was read is noted after the answer, once an hour', async () => {
  const lastUsed = async () => {
    const [row] = await app.database.query<{ at: Date }>(
      'SELECT last_used_at AS at FROM feed WHERE id = $1',
      [id],
    );
    return row?.at.getTime();
  };
  app.clock.set(new Date(START.getTime() + 3_700_000));
  const noted = jest.spyOn(app.app.get(FeedRepository), 'noteUses');
  for (let count = 0; count < 5; count++) await read({ 'if-none-match': etag }).expect(304);
  expect(await lastUsed()).toBe(START.getTime());
  await pause(1500);
  expect(await lastUsed()).toBe(START.getTime() + 3_700_000);
  await read({ 'if-none-match': etag }).expect(304);
  await pause(1500);
  expect(noted).toHaveBeenCalledTimes(1);
  noted.mockRestore();
});
