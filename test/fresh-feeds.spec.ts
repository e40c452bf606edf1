import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import request from 'supertest';
import { readEnvironment } from '../config/environment.js';
import { createServer } from '../src/server.js';
import { startApp, type TestApp } from './support/app.js';
import { subscribeTo } from './support/feeds.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed } from './support/visits.js';

/*
 * Two servers on one database, writers beside each other, and readers who poll all the time: whoever has changed
 * something sees it at the next poll of either server, and never a 304 for what was before.
 */

const WRITERS = 3;
const CHANGES = 6;

let app: TestApp;
let other: NestFastifyApplication;
let people: UsualPeople;
let servers: Server[];
let visits: string[];

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  visits = [];
  for (let day = 0; day < WRITERS; day++) {
    const date = `2025-11-0${3 + day}`;
    const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` };
    const me = { name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'leader' };
    visits.push((await confirmed(app, people.guest, people.host, { ...times, participants: [me] })).id);
  }
  const environment = readEnvironment({
    DATA_DIR: app.dataFolder,
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'http://sambang.test',
    JOBS: 'off',
  });
  other = await createServer({ environment, databaseUrl: app.databaseUrl, clock: app.clock });
  await other.init();
  await other.getHttpAdapter().getInstance().ready();
  servers = [app.server, other.getHttpServer() as Server];
}, 120_000);
afterAll(async () => {
  await other.close();
  await app.close();
});

/** What somebody may change, and how what is in a feed afterwards is known. */
const changes: readonly ((
  visit: string,
  word: string,
) => { sql: string; values: string[]; shows: string })[] = [
  (visit, word) => ({
    sql: `UPDATE visit SET title = $2, changed_at = changed_at + interval '1 second' WHERE id = $1`,
    values: [visit, word],
    shows: word,
  }),
  (visit, word) => ({
    sql: 'UPDATE visit SET place = $2 WHERE id = $1',
    values: [visit, word],
    shows: word,
  }),
  (_, word) => ({
    sql: `UPDATE program SET title = $1 WHERE code = (SELECT min(program) FROM visit_program)`,
    values: [word],
    shows: word,
  }),
  (_, word) => ({
    sql: `UPDATE unit SET address = $1 WHERE code = 'rutan-banjarnegara'`,
    values: [word],
    shows: word,
  }),
];

async function poll(server: Server, path: string, etag?: string): Promise<request.Response> {
  const asked = request(server).get(path).set('accept-encoding', 'identity');
  const answer = await (etag === undefined ? asked : asked.set('if-none-match', etag));
  expect([200, 304]).toContain(answer.status);
  return answer;
}

test('whoever changed something sees it at the next poll, at either server', async () => {
  await app.database.query(
    'INSERT INTO visit_program (visit_id, program) SELECT v.id, (SELECT min(code) FROM program) FROM visit v',
  );
  const paths = await Promise.all(
    ['me', 'unit', { scope: 'unit', shows: 'sessions' }].map(
      async (wanted) => (await subscribeTo(app, people.guest, wanted)).path,
    ),
  );
  paths.push((await subscribeTo(app, people.host, 'unit')).path);
  paths.push((await subscribeTo(app, people.kanwil, 'region')).path);
  let isOver = false;
  let unchanged = 0;
  const readers = servers.flatMap((server) =>
    paths.map(async (path) => {
      let etag: string | undefined;
      while (!isOver) {
        const answer = await poll(server, path, etag);
        if (answer.status === 304) unchanged += 1;
        etag = answer.headers['etag'] as string;
        await pause(25);
      }
    }),
  );
  const write = async (writer: number): Promise<void> => {
    const client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
    const visit = visits[writer] ?? '';
    try {
      for (let count = 0; count < CHANGES; count++) {
        const which = (count + writer) % changes.length;
        // What all change is one row: a writer's own words stand only until the next writer's.
        if (which > 1 && writer > 0) continue;
        const { sql, values, shows } = changes[which]?.(visit, `Kata${writer}x${count}`) ?? {
          sql: '',
          values: [],
          shows: '',
        };
        const before = await Promise.all(paths.map((path) => poll(servers[count % 2] as Server, path)));
        await client.query('BEGIN');
        await client.query(sql, values);
        await pause((count * 7) % 20);
        await client.query('COMMIT');
        for (const [at, path] of paths.entries()) {
          for (const server of servers) {
            const answer = await poll(server, path, before[at]?.headers['etag'] as string);
            expect([path, answer.status]).toEqual([path, 200]);
            expect(answer.text.replaceAll('\r\n ', '')).toContain(shows);
            const { 'last-modified': since } = answer.headers;
            expect(Date.parse(since as string)).toBeGreaterThan(
              Date.parse(before[at]?.headers['last-modified'] as string),
            );
          }
        }
      }
    } finally {
      await client.end();
    }
  };
  try {
    await Promise.all(visits.map((_, writer) => write(writer)));
  } finally {
    isOver = true;
    await Promise.all(readers);
  }
  for (const path of paths) {
    const [one, two] = await Promise.all(servers.map((server) => poll(server, path)));
    expect(one?.text).toBe(two?.text);
    for (const server of servers) {
      expect((await poll(server, path, one?.headers['etag'] as string)).status).toBe(304);
    }
  }
  expect(unchanged).toBeGreaterThan(0);
}, 240_000);
