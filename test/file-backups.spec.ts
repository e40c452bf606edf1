import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { readEnvironment } from '../config/environment.js';
import type { Manifest } from '../src/backups/domain/manifest.js';
import { KeepNightlyBackups, MakeBackup, restoreBackup } from '../src/backups/index.js';
import { advisoryLocks } from '../src/platform/database/advisory-locks.js';
import { ObjectStores } from '../src/platform/files/object-stores.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { createEmptyDatabase } from './support/database.js';
import { query } from './support/embedded.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { startS3Server, type S3Server } from './support/s3-server.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

jest.setTimeout(120_000);

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

describe.each(['folder', 's3'] as const)('a backup of files in a store of the kind %s', (kind) => {
  let s3: S3Server;
  let app: TestApp;
  let people: UsualPeople;
  let admin: Header;
  let visit: ShownVisit;
  let place: string;

  beforeAll(async () => {
    s3 = await startS3Server();
    place = await mkdtemp(join(tmpdir(), 'sambang-file-backups-'));
    const nightly = { BACKUP_DIR: join(place, 'nightly'), BACKUP_KEEP: '1' };
    app = await startApp({ ...(kind === 's3' && s3.settings), ...nightly });
    people = await usualPeople(app);
    admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
    visit = await confirmed(app, people.guest, people.host);
  });
  afterAll(async () => {
    await app.close();
    await s3.stop();
    await rm(place, { recursive: true, force: true });
  });

  const add = async (content: string): Promise<string> => {
    const answer = await api(app)
      .post('/api/visits/{id}/files', { as: people.guest, path: { id: visit.id } })
      .attach('file', Buffer.from(content), `${digest(content).slice(0, 8)}.pdf`)
      .expect(201);
    return (answer.body as { id: string }).id;
  };
  const remove = (fileId: string) =>
    api(app)
      .delete('/api/visits/{id}/files/{fileId}', { as: people.guest, path: { id: visit.id, fileId } })
      .expect(204);
  const pathOf = (content: string): string => {
    const sha256 = digest(content);
    return kind === 's3' ? s3.pathOf(sha256) : join(app.dataFolder, 'files', sha256.slice(0, 2), sha256);
  };
  const manifestOf = async (folder: string): Promise<Manifest> =>
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const make = async (name: string): Promise<string> => {
    await app.app.get(MakeBackup).execute(join(place, name));
    return join(place, name);
  };

  test('holds those that rows name, and a restore brings them into either store', async () => {
    const contents = ['%PDF-1.7 one', '%PDF-1.7 two'];
    for (const content of contents) await add(content);
    const folder = await make('whole');
    const { files = [], lostFiles } = await manifestOf(folder);
    expect(files.map(({ path }) => path).sort()).toEqual(
      contents.map((one) => `files/${digest(one)}`).sort(),
    );
    expect(lostFiles).toEqual([]);
    for (const into of ['folder', 's3'] as const) {
      const target = await createEmptyDatabase();
      const other = await startS3Server();
      try {
        const environment = readEnvironment({
          ...{ DATA_DIR: join(place, `restored-${into}`), DATABASE_URL: target.url },
          ...(into === 's3' && other.settings),
        });
        await restoreBackup(folder, environment);
        const rows = await query<{ place: string }>(target.url, 'SELECT DISTINCT place FROM stored_file');
        expect(rows).toEqual([{ place: into }]);
        const stores = new ObjectStores(environment);
        for (const content of contents) {
          const object = await stores.get(into).read(digest(content));
          expect(object && (await text(object.stream))).toBe(content);
        }
        stores.onApplicationShutdown();
        const left = await readdir(join(environment.DATA_DIR, 'files', 'incoming')).catch(() => []);
        expect(left).toEqual([]);
      } finally {
        await target.drop();
        await other.stop();
      }
    }
  });

  test('that was changed afterwards is not restored', async () => {
    const folder = await make('changed');
    const { files = [] } = await manifestOf(folder);
    await writeFile(join(folder, files[0]?.path ?? ''), 'other');
    const restoring = restoreBackup(folder, readEnvironment({ DATA_DIR: join(place, 'of-changed') }));
    await expect(restoring).rejects.toThrow(`${files[0]?.path} is not as it was written`);
  });

  test('names those that are lost, tells the administrator, and holds the rest', async () => {
    const [damaged, gone] = ['%PDF-1.7 damaged', '%PDF-1.7 gone'];
    const ids = [await add(damaged), await add(gone)];
    await writeFile(pathOf(damaged), '%PDF-1.7 damagfd');
    await rm(pathOf(gone));
    const folder = await make('with-losses');
    const { files = [], lostFiles } = await manifestOf(folder);
    expect(lostFiles).toEqual([damaged, gone].map(digest).sort());
    expect(files.length).toBeGreaterThan(1);
    expect((await readdir(join(folder, 'files'))).sort()).toEqual(files.map(({ sha256 }) => sha256).sort());
    const { damaged: told } = (await api(app).get('/api/stored-files', { as: admin }).expect(200)).body;
    expect(told).toBe(2);
    for (const id of ids) await remove(id);
    await app.app.get(JobQueue).workAll();
  });

  test('lets nothing be removed while it is made', async () => {
    const content = '%PDF-1.7 needed by the backup';
    const id = await add(content);
    const backup = new Client({ connectionString: app.databaseUrl });
    await backup.connect();
    await backup.query('SELECT pg_advisory_lock($1)', [advisoryLocks.files]);
    await remove(id);
    await app.app.get(JobQueue).workAll();
    expect(await readFile(pathOf(content), 'utf8')).toBe(content);
    await backup.end();
    await sweep(app, 'files.remove-loose');
    await expect(readFile(pathOf(content), 'utf8')).rejects.toThrow('ENOENT');
  });

  test('of a night goes with its files when it is too old', async () => {
    const nightly = app.app.get(KeepNightlyBackups);
    await nightly.execute();
    const [first = ''] = await readdir(join(place, 'nightly'));
    expect(await readdir(join(place, 'nightly', first, 'files'))).not.toEqual([]);
    app.clock.set(new Date(app.clock.now().getTime() + 24 * 3_600_000));
    await nightly.execute();
    expect(await readdir(join(place, 'nightly'))).toHaveLength(1);
    expect(await readdir(join(place, 'nightly'))).not.toContain(first);
  });

  test('is not made while the store is away: it would not be whole', async () => {
    if (kind === 's3') await s3.stop();
    else await rm(join(app.dataFolder, 'files'), { recursive: true });
    if (kind === 's3') {
      await expect(make('away')).rejects.toThrow('files-away');
      await expect(readdir(join(place, 'away'))).rejects.toThrow('ENOENT');
    } else {
      const { files, lostFiles = [] } = await manifestOf(await make('away'));
      expect([files, lostFiles.length]).toEqual([[], 2]);
    }
  });
});
