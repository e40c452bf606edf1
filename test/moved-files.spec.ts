import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { startProcess } from './support/processes.js';
import { sweep } from './support/sweep-scenes.js';
import { unmovedFile } from './support/unmoved-files.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

const FILES = 600;

let app: TestApp;
let people: UsualPeople;
let admin: Header;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  visit = await confirmed(app, people.guest, people.host);
});
afterAll(() => app.close());

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`.padEnd(20_000, '.'));
const open = (id: string) =>
  request(app.server).get(`/api/visits/${visit.id}/files/${id}`).set(people.guest).buffer();
const unmoved = async (): Promise<number> =>
  (await api(app).get('/api/stored-files', { as: admin }).expect(200)).body.unmoved;
const pageOfFiles = async (): Promise<string> => {
  const answer = await request(app.server)
    .get('/pengelolaan')
    .set(admin)
    .set('accept', 'text/html')
    .expect(200);
  return answer.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

test('a document is read from its row until it was moved, and then from the store', async () => {
  const content = pdf('before and after');
  const id = await unmovedFile(app, visit.id, content);
  const before = await open(id).expect(200);
  expect(await unmoved()).toBe(1);
  expect(await pageOfFiles()).toContain('1 berkas lama masih di basis data');
  expect(await sweep(app, 'operations.move-files')).toEqual([]);
  const after = await open(id).expect(200);
  expect([before.body, after.body]).toEqual([content, content]);
  expect(before.headers['etag']).toBe(after.headers['etag']);
  expect(await app.database.query('SELECT content, stored FROM visit_file WHERE id = $1', [id])).toEqual([
    { content: null, stored: createHash('sha256').update(content).digest('hex') },
  ]);
  expect(await unmoved()).toBe(0);
  expect(await pageOfFiles()).toContain('Semuanya sudah di sana.');
});

test('one that is not what its digest says stays in its row, is told, and stops no other', async () => {
  const [bad, good] = [
    await unmovedFile(app, visit.id, pdf('bad')),
    await unmovedFile(app, visit.id, pdf('good')),
  ];
  await app.database.query(`UPDATE visit_file SET sha256 = repeat('0', 64) WHERE id = $1`, [bad]);
  const failures = await sweep(app, 'operations.move-files');
  expect(failures.map(({ error }) => error.message)).toEqual([
    `visit_file/${bad} is not what its digest says`,
  ]);
  expect(await unmoved()).toBe(1);
  await open(good).expect(200);
  expect((await open(bad).expect(200)).body).toEqual(pdf('bad'));
  await app.database.query('DELETE FROM visit_file WHERE id = $1', [bad]);
  await app.app.get(JobQueue).workAll({ early: true });
});

test('a move that is killed in the middle loses nothing, and goes on where it was', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sambang-move-'));
  const settings = { DATABASE_URL: app.databaseUrl, DATA_DIR: dataFolder, PUBLIC_URL: 'http://sambang.test' };
  const contents = new Map<string, string>();
  for (let n = 0; n < FILES; n++) {
    const content = pdf(`number ${n}`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    contents.set(await unmovedFile(app, visit.id, content), sha256);
  }
  await app.app.get(JobRegistry).named('operations.move-files').handler.handle({});
  const killed = startProcess('worker.js', settings);
  let left = FILES;
  while (left > FILES / 2) {
    await setTimeout(10);
    left = await unmoved();
  }
  await killed.kill();
  left = await unmoved();
  expect(left).toBeGreaterThan(0);

  const again = startProcess('worker.js', settings);
  while ((await unmoved()) > 0) await setTimeout(100);
  expect(await again.stop()).toBe(0);
  const stored = await app.database.query<{ id: string; stored: string }>(
    `SELECT f.id, f.stored FROM visit_file f JOIN stored_file s ON s.sha256 = f.stored AND s.holders = 1
     WHERE f.id = ANY ($1)`,
    [[...contents.keys()]],
  );
  expect(new Map(stored.map(({ id, stored: sha256 }) => [id, sha256]))).toEqual(contents);
  const names = (await readdir(join(dataFolder, 'files'), { recursive: true })).map(
    (path) => path.split('/')[1],
  );
  expect(names.filter((name) => name?.length === 64).sort()).toEqual([...contents.values()].sort());
  await rm(dataFolder, { recursive: true });
}, 180_000);
