import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { Client } from 'pg';
import request from 'supertest';
import { readEnvironment } from '../config/environment.js';
import { restoreBackup } from '../src/backups/index.js';
import { writeBackup } from '../src/backups/use-cases/write-backup.js';
import { startEmbeddedServer } from '../src/platform/database/embedded-server.js';
import { schemaSnapshot } from '../src/platform/database/schema-snapshot.js';
import { backedObjects } from './support/backed-objects.js';
import { contentsOf } from './support/compared-databases.js';
import { createDatabase, createEmptyDatabase } from './support/database.js';
import { freePort, startProcess, type RunningProcess } from './support/processes.js';

const PASSWORD = 'sambang-contoh';
const LAST_LINE = /^Sambang: http\S+/m;

let folder: string;
let database: { url: string; drop(): Promise<void> };
let settings: Record<string, string>;
let demo: RunningProcess;
let story: string;
let mails: ParsedMail[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sambang-demo-'));
  database = await createDatabase();
  settings = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    RATE_LIMIT: '0',
  };
  demo = startProcess('commands/demo.js', settings);
  story = await demo.printed(/[\s\S]*^Sambang: http\S+/m, 360_000);
  const names = await readdir(join(folder, 'mails'));
  mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(join(folder, 'mails', name)))),
  );
}, 390_000);
afterAll(async () => {
  await demo.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const site = () => request(`http://127.0.0.1:${settings['PORT']}`);

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const calendar = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);

describe('the demonstration', () => {
  test('tells each step of the reference case, with its day and what was mailed', () => {
    for (const line of [
      /^2025-10-20 08\.40 WIB {2}bapas-purwokerto: submit: ST-2025-000001 is requested$/m,
      /^2025-10-21 10\.00 WIB {2}rutan-banjarnegara: accept: ST-2025-000001 is confirmed$/m,
      /^ {4}mailed 7 × Undangan: .*, Kamis, 30 Oktober 2025$/m,
      /^2025-10-30 12\.05 WIB {2}bapas-purwokerto: complete: ST-2025-000001 is held$/m,
      /^ {4}mailed 8 × Ringkasan: /m,
      /^ {4}mailed 6 × Mohon masukan Anda: /m,
      /^2025-11-03 08\.20 WIB {2}participants say .*: 5 of 6 who were asked$/m,
      /^ {4}mailed \d+ × Masukan peserta: Studi tiru ketahanan pangan dan kehumasan \(ST/m,
    ]) {
      expect(story).toMatch(line);
    }
  });

  test('has visits in every state and in all three zones', async () => {
    const states = await rows<{ state: string }>('SELECT DISTINCT state FROM visit ORDER BY state');
    expect(states).toHaveLength(12);
    const zones = await rows('SELECT DISTINCT u.time_zone FROM visit v JOIN unit u ON u.code = v.host_unit');
    expect(zones).toHaveLength(3);
  });

  test('shows a region that is alive: its units, and visits of a year and of the quarter to come', async () => {
    const [region] = await rows<Record<'visits' | 'units' | 'kept' | 'months' | 'ahead', number>>(
      `SELECT count(*)::int AS visits,
         (SELECT count(DISTINCT code)::int FROM visit JOIN LATERAL (VALUES (guest_unit), (host_unit)) side (code) ON true) AS units,
         (SELECT count(*)::int FROM follow_up WHERE state = 'done') AS kept,
         count(DISTINCT date_trunc('month', starts_at))::int AS months,
         count(*) FILTER (WHERE starts_at > now() + interval '20 days')::int AS ahead FROM visit`,
    );
    expect(region?.visits).toBeGreaterThanOrEqual(150);
    expect(region?.units).toBeGreaterThanOrEqual(40);
    expect(region?.kept).toBeGreaterThan(20);
    expect(region?.months).toBeGreaterThanOrEqual(13);
    expect(region?.ahead).toBeGreaterThan(10);
  });

  test('plays a joint visit, a trip, a series, a recorded visit, an answer by link and a hand-over', async () => {
    const guests = await rows(
      `SELECT g.organisation, g.answer FROM visit_guest g JOIN visit v ON v.id = g.visit_id
       WHERE v.title = 'Pengolahan pupuk organik' ORDER BY 1`,
    );
    expect(guests).toEqual([
      { organisation: 'bapas-purwokerto', answer: 'joined' },
      { organisation: 'lapas-batang', answer: 'declined' },
      { organisation: 'rutan-purbalingga', answer: 'joined' },
    ]);
    const legs = await rows(
      `SELECT v.host_unit, v.state FROM visit v JOIN trip_leg l ON l.visit_id = v.id ORDER BY v.starts_at`,
    );
    expect(legs).toEqual([
      { host_unit: 'lapas-ambarawa', state: 'confirmed' },
      { host_unit: 'rutan-salatiga', state: 'requested' },
    ]);
    const [meeting] = await rows<{ dates: number; agreed: number }>(
      `SELECT count(*)::int AS dates, count(*) FILTER (WHERE v.state = 'confirmed')::int AS agreed
       FROM series_date d LEFT JOIN visit v ON v.id = d.visit_id`,
    );
    expect(meeting?.dates).toBe(7);
    expect(meeting?.agreed).toBeGreaterThanOrEqual(4);
    const recorded = await rows(`SELECT state, recorded_by FROM visit WHERE recorded_by IS NOT NULL`);
    expect(recorded).toEqual([{ state: 'closed', recorded_by: 'guest' }]);
    const byLink = await rows(
      `SELECT v.host_unit, v.state FROM visit_history h JOIN visit v ON v.id = h.visit_id WHERE h.came_by = 'link'`,
    );
    expect(byLink).toEqual([{ host_unit: 'rutan-pekalongan', state: 'confirmed' }]);
    expect(await rows('SELECT email FROM person WHERE suspended_at IS NOT NULL')).toEqual([
      { email: 'slamet.riyadi@contoh.test' },
    ]);
    const leaders = await rows(
      `SELECT p.email FROM visit_participant p JOIN visit v ON v.id = p.visit_id
       WHERE v.title = 'Layanan pengaduan' AND p.role = 'leader'`,
    );
    expect(leaders).toEqual([{ email: 'petugas.bapas-purwokerto@contoh.test' }]);
  });

  test('has a practice that went on from the unit that copied it to a third', async () => {
    const steps = await rows<{ way: string }>(
      `SELECT r.from_unit || ' > ' || r.to_unit AS way FROM replication r JOIN note n ON n.id = r.note_id
       WHERE n.unit = 'rutan-banjarnegara' ORDER BY r.since`,
    );
    expect(steps.map(({ way }) => way)).toEqual([
      'rutan-banjarnegara > bapas-purwokerto',
      'bapas-purwokerto > rutan-purbalingga',
    ]);
  });

  test('keeps mails that another parser reads, each with a plain part and a sound calendar part', () => {
    expect(mails.length).toBeGreaterThan(100);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    const methods = new Set<unknown>();
    for (const { text, html, from, to, subject, date, attachments } of mails) {
      expect([text, html, from, to, subject, date].every(Boolean)).toBe(true);
      for (const part of attachments.filter(({ contentType }) => contentType === 'text/calendar')) {
        const method = calendar(part.content.toString()).getFirstPropertyValue('method');
        expect(part.headers.get('content-type')).toMatchObject({ params: { method } });
        methods.add(method);
      }
    }
    expect([...methods].sort()).toEqual(['CANCEL', 'REQUEST']);
  });

  test('serves feeds that another parser reads, without those who take part', async () => {
    const feeds = [...story.matchAll(/http:\S+(\/feeds\/\S+\.ics)/g)].map(([, path]) => path ?? '');
    expect(feeds).toHaveLength(5);
    for (const path of feeds) {
      const { text } = await site().get(path).expect(200);
      const events = calendar(text).getAllSubcomponents('vevent');
      expect(events.length).toBeGreaterThan(0);
      expect(events.every((event) => event.getFirstProperty('attendee') === null)).toBe(true);
    }
  });

  test('takes an answer that comes by mail, and the personal feed follows', () => {
    expect(story).toMatch(/answers by mail, DECLINED: jawaban dicatat; .* changes, (\d+) events before/);
    const [, before, after] = /DECLINED: .* (\d+) events before and (\d+) after/.exec(story) ?? [];
    expect(Number(after)).toBe(Number(before) - 1);
    expect(story).toMatch(new RegExp(`ACCEPTED: .* ${after} events before and ${before} after`));
  });

  test('lets each example account sign in', async () => {
    const accounts = [...new Set(story.match(/[\w.-]+@contoh\.test/g))];
    expect(accounts).toHaveLength(12);
    for (const email of accounts)
      await site().post('/api/session').send({ email, password: PASSWORD }).expect(201);
  });

  test('started again on the same data, it repeats nothing', async () => {
    const count = () =>
      rows(
        'SELECT (SELECT count(*) FROM visit) AS visits, (SELECT count(*) FROM mail) AS mails, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM follow_up) AS promises, (SELECT count(*) FROM replication) AS replications',
      );
    const before = await count();
    expect(await demo.stop()).toBe(0);
    demo = startProcess('commands/demo.js', settings);
    await demo.printed(LAST_LINE);
    const again = await demo.printed(/[\s\S]*^Sambang: http\S+/m);
    expect(again).not.toContain('mailed');
    expect(await count()).toEqual(before);
  }, 60_000);

  test('backed up and restored, into an embedded database and from there into one of one’s own, it is the same row by row', async () => {
    await demo.stop();
    const into = await mkdtemp(join(tmpdir(), 'sambang-restored-'));
    const own = await createEmptyDatabase();
    try {
      const backup = {
        ...{ dataFolder: folder, now: () => new Date(), id: randomUUID() },
        objects: backedObjects(folder),
      };
      const first = join(into, 'first');
      await writeBackup({ ...backup, databaseUrl: database.url, target: first }, async () => undefined);
      const source = await contentsOf(database.url);
      const filled = Object.values(source.tables).filter(({ rows: count }) => count > 0);
      expect(filled.length).toBeGreaterThan(30);

      const embedded = join(into, 'embedded');
      await restoreBackup(first, readEnvironment({ DATA_DIR: embedded }));
      const server = await startEmbeddedServer(embedded);
      const second = join(into, 'second');
      try {
        expect(await contentsOf(server.url)).toEqual(source);
        const onward = {
          ...{ ...backup, dataFolder: embedded, id: randomUUID() },
          objects: backedObjects(embedded),
        };
        await writeBackup({ ...onward, databaseUrl: server.url, target: second }, async () => undefined);
      } finally {
        await server.stop();
      }

      const plain = join(into, 'plain');
      await restoreBackup(second, readEnvironment({ DATA_DIR: plain, DATABASE_URL: own.url }));
      expect(await contentsOf(own.url)).toEqual(source);
      expect(await schemaSnapshot(own.url)).toBe(await schemaSnapshot(database.url));
      const names = (await readdir(join(folder, 'mails'))).sort();
      expect((await readdir(join(plain, 'mails'))).sort()).toEqual(names);
      for (const name of names) {
        const kept = await readFile(join(folder, 'mails', name));
        expect((await readFile(join(plain, 'mails', name))).equals(kept)).toBe(true);
      }
    } finally {
      await own.drop();
      await rm(into, { recursive: true, force: true });
    }
  }, 180_000);
});
