import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { BeginErasure } from '../src/personal-data/use-cases/begin-erasure.js';
import { FindOwnRows } from '../src/personal-data/use-cases/find-own-rows.js';
import { readFeed } from './support/feeds.js';
import { BUDI, MARKS, PersonalScene, SARIMUKTI } from './support/personal-scene.js';
import { tracesInDatabase, tracesInFiles } from './support/traces.js';

let scene: PersonalScene;
let before: string[];

beforeAll(async () => {
  scene = await PersonalScene.start();
  await scene.live();
  before = await tracesInDatabase(scene.app.databaseUrl, MARKS);
}, 120_000);
afterAll(() => scene.app.close());

test('somebody who has gone through everything stands in all of these', async () => {
  expect(new Set(before.map((trace) => trace.split(':')[0])).size).toBeGreaterThan(60);
  expect((await tracesInFiles(scene.app.dataFolder, MARKS)).length).toBeGreaterThan(0);
  for (const mark of MARKS) expect(before.some((trace) => trace.endsWith(mark))).toBe(true);
});

describe('once she is erased', () => {
  beforeAll(async () => {
    const { name, email } = SARIMUKTI;
    const rows = await scene.app.app
      .get(FindOwnRows)
      .execute({ personId: scene.personId, name, email, participantId: null });
    await scene.app.app.get(BeginErasure).execute(rows, { ground: 'account' });
    await scene.app.settle();
  }, 120_000);

  test('nothing of her is found in any table', async () => {
    expect(await tracesInDatabase(scene.app.databaseUrl, MARKS)).toEqual([]);
  });

  test('nor in any file', async () => {
    expect(await tracesInFiles(scene.app.dataFolder, MARKS)).toEqual([]);
  });

  test('nothing is left to be done, and nothing to be known by it', async () => {
    const rows = await scene.app.database.query<object>(
      `SELECT ground, subject, done_at IS NOT NULL AS "isDone", changed > 20 AS "hasChanged" FROM erasure`,
    );
    expect(rows).toEqual([{ ground: 'account', subject: null, isDone: true, hasChanged: true }]);
    const dead = await scene.app.database.query<object>(
      `SELECT name, output FROM pgboss.job WHERE state = 'failed'`,
    );
    expect(dead).toEqual([]);
  });

  test('nobody signs in by the account, and none of its keys opens anything', async () => {
    await request(scene.app.server).get('/api/me').set(scene.as).expect(401);
    await request(scene.app.server)
      .post('/api/session')
      .send({ email: SARIMUKTI.email, password: 'kata-sandi-uji-coba' })
      .expect(401);
    await request(scene.app.server).get(scene.feed).expect(404);
    const page = await request(scene.app.server)
      .get(`/pengelolaan/orang/${scene.personId}`)
      .set(scene.admin)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('Peserta (dihapus)');
    const back = await request(scene.app.server)
      .patch(`/api/people/${scene.personId}`)
      .set(scene.admin)
      .send({ version: 2, suspended: false });
    expect([back.status, (back.body as { code: string }).code]).toEqual([409, 'account-erased']);
  });

  test('others find their visits, without her name', async () => {
    const { body } = await request(scene.app.server)
      .get(`/api/visits/${scene.visit.id}`)
      .set(scene.people.host)
      .expect(200);
    const { participants } = body as { participants: { name: string; attendance: string | null }[] };
    expect(participants.map(({ name }) => name).sort()).toEqual([BUDI.name, 'Peserta (dihapus)']);
    expect(participants.find(({ name }) => name !== BUDI.name)?.attendance).toBe('present');
    const feed = await readFeed(scene.app, scene.othersFeed);
    expect(feed).toContain('Ketahanan pangan');
    for (const path of ['', '/daftar-hadir', '/acara', '/ringkasan', '/hari-ini']) {
      const page = await request(scene.app.server)
        .get(`/kunjungan/${scene.visit.id}${path}`)
        .set(scene.people.host)
        .set('accept', 'text/html');
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.text.toLowerCase()).not.toContain('sarimukti');
    }
  });

  test('she is not expected at visits ahead, and nothing more is mailed to her', async () => {
    const rows = await scene.app.database.query<object>(
      `SELECT name, answer, email FROM visit_participant WHERE visit_id = $1 ORDER BY name`,
      [scene.ahead.id],
    );
    expect(rows).toEqual([
      expect.objectContaining({ name: BUDI.name, email: BUDI.email }),
      { name: 'Peserta (dihapus)', answer: 'declined', email: null },
    ]);
    const waiting = await scene.app.database.query<object>(
      `SELECT key FROM mail WHERE recipient_email LIKE '%dihapus.invalid' AND state = 'queued'`,
    );
    expect(waiting).toEqual([]);
  });
});
