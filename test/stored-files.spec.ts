import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { FileStore } from '../src/platform/files/file-store.js';
import { Spool } from '../src/platform/files/spool.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { startS3Server, type S3Server } from './support/s3-server.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

const DAY = 24 * 3_600_000;
const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`);

describe.each(['folder', 's3'] as const)('files in a store of the kind %s', (kind) => {
  let s3: S3Server | null = null;
  let app: TestApp;
  let people: UsualPeople;
  let admin: Header;
  let visit: ShownVisit;

  beforeAll(async () => {
    s3 = kind === 's3' ? await startS3Server() : null;
    app = await startApp(s3?.settings);
    people = await usualPeople(app);
    admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    visit = await confirmed(app, people.guest, people.host);
  });
  afterAll(async () => {
    await app.close();
    await s3?.stop();
  });

  const send = (content: Buffer, name = 'surat.pdf') =>
    api(app)
      .post('/api/visits/{id}/files', { as: people.guest, path: { id: visit.id } })
      .attach('file', content, name);
  const added = async (content: Buffer, name?: string): Promise<string> =>
    ((await send(content, name).expect(201)).body as { id: string }).id;
  const remove = (fileId: string) =>
    api(app)
      .delete('/api/visits/{id}/files/{fileId}', { as: people.guest, path: { id: visit.id, fileId } })
      .expect(204);
  const open = (fileId: string) =>
    request(app.server).get(`/api/visits/${visit.id}/files/${fileId}`).set(people.guest).buffer();
  const pathOf = (content: Buffer): string => {
    const sha256 = digest(content);
    return s3?.pathOf(sha256) ?? join(app.dataFolder, 'files', sha256.slice(0, 2), sha256);
  };
  const isThere = (content: Buffer): Promise<boolean> =>
    stat(pathOf(content)).then(
      () => true,
      () => false,
    );
  const rowOf = async (content: Buffer) => {
    const rows = await app.database.query<{ place: string; holders: number; damaged: boolean }>(
      'SELECT place, holders, damaged_at IS NOT NULL AS damaged FROM stored_file WHERE sha256 = $1',
      [digest(content)],
    );
    return rows[0];
  };
  const parts = async (): Promise<string[]> =>
    readdir(join(app.dataFolder, 'files', 'incoming')).catch(() => []);
  const works = () => app.app.get(JobQueue).workAll();
  const standing = async () => (await api(app).get('/api/stored-files', { as: admin }).expect(200)).body;

  test('lie there under their digest, and in no row', async () => {
    const content = pdf('A');
    const id = await added(content);
    expect(await readFile(pathOf(content))).toEqual(content);
    expect(await rowOf(content)).toEqual({ place: kind, holders: 1, damaged: false });
    const rows = await app.database.query('SELECT content, stored FROM visit_file WHERE id = $1', [id]);
    expect(rows).toEqual([{ content: null, stored: digest(content) }]);
    expect(await parts()).toEqual([]);
    expect(await standing()).toEqual({ place: kind, unmoved: 0, damaged: 0 });
  });

  test('come back as they were, as a download that nothing runs, and with 304 to who has them', async () => {
    const content = Buffer.concat([pdf('large '), Buffer.alloc(3_000_000, 'x')]);
    const id = await added(content, 'surat besar.pdf');
    const answer = await open(id).expect(200);
    expect(digest(answer.body as Buffer)).toBe(digest(content));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': "attachment; filename*=UTF-8''surat%20besar.pdf",
      'x-content-type-options': 'nosniff',
      etag: `"${digest(content)}"`,
    });
    await open(id)
      .set('if-none-match', `"${digest(content)}"`)
      .expect(304);
    await request(app.server)
      .get(`/api/visits/${visit.id}/files/${id}`)
      .set(people.stranger)
      .set('if-none-match', `"${digest(content)}"`)
      .expect(404);
  });

  test('are refused beyond 20 MiB, and where they are not what their name says, and nothing of them stays', async () => {
    const refused: [Buffer, string, number][] = [
      [Buffer.concat([pdf('too large'), Buffer.alloc(20 * 1024 * 1024)]), 'besar.pdf', 413],
      [Buffer.from('<html><script>'), 'halaman.pdf', 415],
      [Buffer.from('PK\u0003\u0004 any archive'), 'laporan.docx', 415],
    ];
    for (const [content, name, status] of refused) {
      await send(content, name).expect(status);
      expect(await isThere(content)).toBe(false);
    }
    expect(await parts()).toEqual([]);
    const largest = Buffer.concat([pdf('as large as can be'), Buffer.alloc(20 * 1024 * 1024)]).subarray(
      0,
      20 * 1024 * 1024,
    );
    await remove(await added(largest, 'terbesar.pdf'));
    await works();
    expect(await isThere(largest)).toBe(false);
  }, 30_000);

  test('lie there once, however many have them, and until the last one goes', async () => {
    const content = pdf('the same');
    const other = await confirmed(app, people.guest, people.host, {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T11:00:00+07:00',
    });
    const both = await Promise.all(
      [visit, other].map(({ id }) =>
        api(app)
          .post('/api/visits/{id}/files', { as: people.guest, path: { id } })
          .attach('file', content, 'sama.pdf')
          .expect(201),
      ),
    );
    const [first, second] = both.map(({ body }) => (body as { id: string }).id) as [string, string];
    expect(await rowOf(content)).toMatchObject({ holders: 2 });
    await remove(first);
    await works();
    expect(await isThere(content)).toBe(true);
    await api(app)
      .delete('/api/visits/{id}/files/{fileId}', { as: people.guest, path: { id: other.id, fileId: second } })
      .expect(204);
    expect(await isThere(content)).toBe(true);
    await works();
    expect([await isThere(content), await rowOf(content)]).toEqual([false, undefined]);
  });

  test('of the same bytes that are sent at once break neither', async () => {
    const content = pdf('twice at once');
    const answers = await Promise.all([send(content), send(content), send(content)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await rowOf(content)).toMatchObject({ holders: 1 });
    expect(await readFile(pathOf(content))).toEqual(content);
  });

  test('stay while a removal is rolled back', async () => {
    const content = pdf('kept after all');
    const id = await added(content);
    const removing = app.database.transaction(async () => {
      await app.database.query('DELETE FROM visit_file WHERE id = $1', [id]);
      throw new Error('rolled back');
    });
    await expect(removing).rejects.toThrow('rolled back');
    await works();
    expect(await isThere(content)).toBe(true);
    await open(id).expect(200);
  });

  test('that no row came to hold go a day later, and so do parts', async () => {
    const content = pdf('an orphan');
    const file = await app.app.get(Spool).take(Readable.from([content]));
    await app.app.get(FileStore).keep(file);
    await file.discard();
    await sweep(app, 'files.remove-loose');
    expect(await isThere(content)).toBe(true);
    const incoming = join(app.dataFolder, 'files', 'incoming');
    const [old, young, foreign] = [
      '00000000-0000-4000-8000-000000000001.part',
      '00000000-0000-4000-8000-000000000002.part',
      'notes.txt',
    ].map((name) => join(incoming, name)) as [string, string, string];
    await mkdir(incoming, { recursive: true });
    const now = app.clock.now();
    for (const path of [old, young, foreign]) await writeFile(path, 'x');
    for (const path of [old, foreign]) await utimes(path, now, new Date(now.getTime() - 2 * DAY));
    await utimes(young, now, now);
    app.clock.set(new Date(now.getTime() + DAY + 3_700_000));
    await utimes(young, now, app.clock.now());
    await sweep(app, 'files.remove-loose');
    await app.app.get(JobRegistry).named('files.remove-old-parts').handler.handle({});
    expect([await isThere(content), await rowOf(content)]).toEqual([false, undefined]);
    expect(await parts()).toEqual(['00000000-0000-4000-8000-000000000002.part', 'notes.txt']);
    await rm(young);
    await rm(foreign);
    app.clock.set(now);
  });

  test('that go along with their row are found by the night', async () => {
    const content = pdf('cascaded');
    const id = await added(content);
    await app.database.query('DELETE FROM visit_file WHERE id = $1', [id]);
    expect(await isThere(content)).toBe(true);
    await sweep(app, 'files.remove-loose');
    expect(await isThere(content)).toBe(false);
  });

  test('that are damaged or missing are told: to the reader, who gets no whole file, and to the administrator', async () => {
    const content = Buffer.concat([pdf('damaged '), Buffer.alloc(200_000, 'y')]);
    const id = await added(content);
    const damaged = Buffer.from(content);
    damaged[150_000] = 0;
    await writeFile(pathOf(content), damaged);
    await expect(open(id)).rejects.toThrow();
    expect(await rowOf(content)).toMatchObject({ damaged: true });
    expect((await standing()).damaged).toBe(1);

    const gone = pdf('gone');
    const goneId = await added(gone);
    await rm(pathOf(gone));
    const answer = await request(app.server)
      .get(`/api/visits/${visit.id}/files/${goneId}`)
      .set(people.guest)
      .expect(500);
    expect(answer.body).toMatchObject({ code: 'file-damaged' });
    expect((await standing()).damaged).toBe(2);
    const page = await request(app.server)
      .get('/pengelolaan')
      .set(admin)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('2 berkas hilang atau tidak utuh lagi');

    // Whoever has it still mends it by sending it again.
    for (const [one, fileId] of [
      [content, id],
      [gone, goneId],
    ] as const) {
      await remove(fileId);
      await added(one);
      expect(await rowOf(one)).toMatchObject({ damaged: false });
      expect(await readFile(pathOf(one))).toEqual(one);
    }
    expect((await standing()).damaged).toBe(0);
  });

  test('are neither kept nor half kept while the store is away, and that is said', async () => {
    const standingBefore = await app.database.query('SELECT count(*)::int AS count FROM visit_file');
    const id = await added(pdf('there before'));
    const content = pdf('too late');
    const isRoot = process.getuid?.() === 0;
    const folder = dirname(pathOf(content));
    if (s3) await s3.stop();
    else {
      // What root may write anywhere, a file in the folder's place keeps even root from.
      await rm(folder, { recursive: true, force: true });
      await writeFile(folder, '');
      if (!isRoot) await chmod(folder, 0o400);
    }
    const answer = await send(content).expect(503);
    expect(answer.body).toMatchObject({ code: 'files-away' });
    expect(answer.headers['retry-after']).toBe('30');
    if (s3) await open(id).expect(503);
    expect(await app.database.query('SELECT count(*)::int AS count FROM visit_file')).toEqual(
      standingBefore.map((row) => ({ count: (row as { count: number }).count + 1 })),
    );
    expect(await parts()).toEqual([]);
    const page = await request(app.server)
      .post(`/kunjungan/${visit.id}/berkas`)
      .set(people.guest)
      .set('accept', 'text/html')
      .attach('file', content, 'surat.pdf')
      .expect(503);
    expect(page.text).toContain('Penyimpanan berkas sedang tidak terjangkau');
    if (!s3) await rm(folder);
  }, 60_000);
});
