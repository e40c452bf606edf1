import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { databaseProxy, type DatabaseProxy } from './support/database-proxy.js';
import { usualPeople } from './support/people.js';
import { requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const ACCEPTANCES = 64;
const HELD_MS = 12_000;
const BROWSER = 'text/html,application/xhtml+xml';

let app: TestApp;
let proxy: DatabaseProxy;
let host: Header;
let guest: Header;
let other: Client;

beforeAll(async () => {
  app = await startApp({}, async (url) => {
    proxy = await databaseProxy(url);
    return proxy.url;
  });
  ({ guest, host } = await usualPeople(app));
  other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
});
afterEach(async () => {
  await other.query('ROLLBACK');
});
afterAll(async () => {
  await other.end();
  await app.close();
  await proxy.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Does the work with what the process writes to its log meanwhile. */
async function logged(work: () => Promise<void>): Promise<string> {
  const [out, error] = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));
  let text = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  process.stdout.write = sink.write.bind(sink) as typeof process.stdout.write;
  process.stderr.write = sink.write.bind(sink) as typeof process.stderr.write;
  try {
    await work();
  } finally {
    process.stdout.write = out as typeof process.stdout.write;
    process.stderr.write = error as typeof process.stderr.write;
  }
  return text;
}

interface Seen {
  status: number;
  after: number;
}

/** Asks again and again until told to stop. */
function watch(path: string, by: Header | undefined): () => Promise<Seen[]> {
  const seen: Seen[] = [];
  let goesOn = true;
  const loop = (async () => {
    while (goesOn) {
      const start = performance.now();
      const { status } = await request(app.server)
        .get(path)
        .set(by ?? {});
      seen.push({ status, after: performance.now() - start });
      await pause(300);
    }
  })();
  return async () => {
    goesOn = false;
    await loop;
    return seen;
  };
}

describe('One row that somebody holds', () => {
  test('64 acceptances that wait for it get a clear answer, and everything else goes on', async () => {
    const visits: ShownVisit[] = [];
    for (let i = 0; i < ACCEPTANCES; i++) visits.push(await requested(app, guest));
    await other.query('BEGIN');
    await other.query("SELECT FROM hosting_policy WHERE unit = 'rutan-banjarnegara' FOR UPDATE");
    const released = pause(HELD_MS).then(() => other.query('ROLLBACK'));
    const [health, units] = [watch('/health/ready', undefined), watch('/api/units?limit=5', guest)];

    const answers = await Promise.all(
      visits.map(({ id, version }) =>
        api(app).post('/api/visits/{id}/{step}', {
          as: host,
          path: { id, step: 'accept' },
          body: { version },
        }),
      ),
    );
    await released;

    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => ![200, 409, 503].includes(status))).toEqual([]);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body, headers } of refused) {
      expect(body).toMatchObject({ code: 'database-busy', status: 503 });
      expect(headers['retry-after']).toBe('5');
    }
    for (const seen of [await health(), await units()]) {
      expect(seen.length).toBeGreaterThan(5);
      expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
    }

    // What was refused was not half done, and goes through when it is tried again.
    const again = await api(app)
      .get('/api/visits/{id}', { as: host, path: { id: visits[0]?.id } })
      .expect(200);
    const first = again.body;
    if (first.state === 'requested') await step(app, host, first, 'accept').catch(() => undefined);
    const [row] = await app.database.query<{ confirmed: number }>(
      "SELECT count(*)::int AS confirmed FROM visit WHERE state = 'confirmed'",
    );
    expect(row?.confirmed).toBeGreaterThan(0);
  }, 120_000);
});

describe('A table that somebody has locked', () => {
  test('pages that read it say so in seconds, and the others go on', async () => {
    await other.query('BEGIN');
    await other.query('LOCK TABLE visit IN ACCESS EXCLUSIVE MODE');
    const released = pause(HELD_MS).then(() => other.query('ROLLBACK'));
    const [health, units] = [watch('/health/ready', undefined), watch('/api/units?limit=5', guest)];
    const visits = Array.from({ length: 20 }, () => watch('/api/visits', guest));
    await released;
    const reads = (await Promise.all(visits.map((stop) => stop()))).flat();
    expect(reads.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
    expect(reads.filter(({ status }) => status === 503).length).toBeGreaterThan(10);
    // Waiting for a connection and then for the lock.
    expect(Math.max(...reads.map(({ after }) => after))).toBeLessThan(12_000);
    for (const seen of [await health(), await units()]) {
      expect(seen.length).toBeGreaterThan(5);
      expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
    }
  }, 60_000);
});

describe('A database that is away', () => {
  test('is told with 503 and Retry-After, logged once, and used again when it is back', async () => {
    const ids = new Set<string>();
    const log = await logged(async () => {
      proxy.cut();
      for (let i = 0; i < 20; i++) {
        const answer = await api(app).get('/api/visits', { as: guest });
        const { code, instance } = answer.body as { code: string; instance: string };
        expect([answer.status, code]).toEqual([503, 'database-away']);
        expect(answer.headers['retry-after']).toBe('15');
        expect(answer.headers['content-type']).toContain('application/problem+json');
        ids.add(instance.replace('urn:sambang:incident:', ''));
      }
      const page = await request(app.server).get('/kunjungan').set(guest).set('accept', BROWSER).expect(503);
      expect(page.text).toContain('Basis data sedang tidak terjangkau');
      expect(page.text).toContain([...ids][0]);
      const ready = await api(app).get('/health/ready').expect(503);
      expect(ready.body).toMatchObject({ code: 'not-ready', reason: 'basis data tidak terjangkau' });
      expect(ready.headers['retry-after']).toBe('5');
      await api(app).get('/health/live').expect(200);
      proxy.mend();
      await api(app).get('/api/visits', { as: guest }).expect(200);
      await api(app).get('/health/ready').expect(200);
    });
    expect(ids.size).toBe(1);
    expect(log.split([...ids][0] ?? '-')).toHaveLength(2);
  }, 60_000);

  test('a connection that is ended in the midst of a statement is told alike', async () => {
    await other.query('BEGIN');
    await other.query('LOCK TABLE visit IN ACCESS EXCLUSIVE MODE');
    const waiting = api(app)
      .get('/api/visits', { as: guest })
      .then(({ status, body }) => [status, (body as { code: string }).code]);
    await pause(500);
    await other.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
    );
    expect(await waiting).toEqual([503, 'database-away']);
    await other.query('ROLLBACK');
    await api(app).get('/api/visits', { as: guest }).expect(200);
  });

  test('one that can only be read is not ready, and says so to who writes', async () => {
    const name = new URL(app.databaseUrl).pathname.slice(1);
    await other.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    proxy.cut();
    proxy.mend();
    await pause(100);
    const ready = await api(app).get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({ reason: 'basis data hanya dapat dibaca' });
    const answer = await api(app)
      .post('/api/tokens', { as: guest, body: { name: 'x' } })
      .expect(503);
    expect(answer.body).toMatchObject({ code: 'database-away' });
    await other.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    proxy.cut();
    proxy.mend();
    await pause(100);
    await api(app).get('/health/ready').expect(200);
  });

  test('one without all migrations is not ready', async () => {
    const [last] = await app.database
      .query<{ id: number; name: string; timestamp: string }>(
        'DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration) RETURNING *',
      )
      .then((answer) => (answer as unknown as [{ id: number; name: string; timestamp: string }[]])[0]);
    const ready = await api(app).get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({ reason: 'susunan basis data belum diperbarui' });
    await app.database.query('INSERT INTO schema_migration (id, timestamp, name) VALUES ($1, $2, $3)', [
      last?.id,
      last?.timestamp,
      last?.name,
    ]);
    await api(app).get('/health/ready').expect(200);
  });
});

describe('A failure of ours', () => {
  test('is a logged 500 whose id the answer and the page name, also of SQLSTATE class 22', async () => {
    const visit = await requested(app, guest, {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T11:00:00+07:00',
    });
    await other.query(`CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM 1 / (NEW.version - NEW.version); RETURN NEW; END $$`);
    await other.query(
      'CREATE TRIGGER break_it BEFORE UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION break_it()',
    );
    let instance = '';
    let page = '';
    const log = await logged(async () => {
      const answer = await api(app).post('/api/visits/{id}/{step}', {
        as: guest,
        path: { id: visit.id, step: 'withdraw' },
        body: { version: visit.version },
      });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([500, 'unexpected']);
      instance = (answer.body as { instance: string }).instance;
      const form = await request(app.server)
        .post(`/kunjungan/${visit.id}/langkah/withdraw`)
        .set(guest)
        .set('accept', BROWSER)
        .type('form')
        .send({ version: visit.version });
      page = form.text;
    });
    await other.query('DROP TRIGGER break_it ON visit');
    expect(instance).toMatch(/^urn:sambang:incident:[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(log).toContain(`${instance.replace('urn:sambang:incident:', '')} POST /api/visits/:id/`);
    expect(log).toContain('division by zero');
    const shown = /<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/.exec(page)?.[1] ?? 'no id';
    expect(log).toContain(shown);
  });
});
