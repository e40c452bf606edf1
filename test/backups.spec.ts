import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { Client } from 'pg';
import request from 'supertest';
import { readEnvironment } from '../config/environment.js';
import { KeepNightlyBackups, MakeBackup, restoreBackup } from '../src/backups/index.js';
import type { Manifest } from '../src/backups/domain/manifest.js';
import { writeBackup } from '../src/backups/use-cases/write-backup.js';
import { startEmbeddedServer } from '../src/platform/database/embedded-server.js';
import { knownMigrations, migrate } from '../src/platform/database/migrate.js';
import { refuseUnfinishedDatabase } from '../src/platform/database/unfinished-restore.js';
import { START, startApp, type TestApp } from './support/app.js';
import { backedObjects } from './support/backed-objects.js';
import { createEmptyDatabase } from './support/database.js';
import { eventually, postmasterOf, query } from './support/embedded.js';
import { PASSWORD, signedIn, usualPeople } from './support/people.js';
import { startProcess } from './support/processes.js';

const HOUR = 3_600_000;
// Several backups and restores, each by a process of its own.
jest.setTimeout(180_000);

let app: TestApp;
let place: string;
let nightly: string;
let administrator: { authorization: string };
let guest: { authorization: string };

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'sambang-backups-'));
  nightly = join(place, 'nightly');
  app = await startApp({ BACKUP_DIR: nightly, BACKUP_KEEP: '2' });
  ({ guest } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  await mkdir(join(app.dataFolder, 'mails'));
  await writeFile(join(app.dataFolder, 'mails', '1-a.eml'), 'Subject: a\r\n');
});
afterAll(async () => {
  await app.close();
  await rm(place, { recursive: true, force: true });
});

const make = (name: string): Promise<number | null> => app.app.get(MakeBackup).execute(join(place, name));
const environment = (name: string, settings: Record<string, string> = {}) =>
  readEnvironment({ DATA_DIR: join(place, name), ...settings });
const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
const page = async (path: string, by: { authorization: string }): Promise<string> => {
  const answer = await request(app.server).get(path).set(by).set('accept', 'text/html').expect(200);
  return answer.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

describe('A backup', () => {
  test('is for its owner alone, and leaves nothing unfinished beside', async () => {
    await make('private');
    for (const name of await readdir(join(place, 'private'), { recursive: true })) {
      const { mode } = await stat(join(place, 'private', name));
      expect([name, mode & 0o077]).toEqual([name, 0]);
    }
    expect((await stat(join(place, 'private'))).mode & 0o777).toBe(0o700);
    expect((await readdir(place)).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(await readFile(join(place, 'private', 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}tables\//);
  });

  test('is not written over what is there', async () => {
    await expect(make('private')).rejects.toThrow('is there already, and is not empty');
  });

  test('holds one instant while others write', async () => {
    const writer = new Client({ connectionString: app.databaseUrl });
    await writer.connect();
    await writer.query(
      'CREATE TABLE a_pair (n int); CREATE TABLE z_pair (n int); INSERT INTO a_pair VALUES (-1); INSERT INTO z_pair VALUES (-1)',
    );
    let going = true;
    const writing = (async () => {
      for (let n = 0; going; n++)
        await writer.query(
          `BEGIN; INSERT INTO a_pair VALUES (${n}); INSERT INTO z_pair VALUES (${n}); COMMIT`,
        );
    })();
    try {
      await make('busy');
    } finally {
      going = false;
      await writing;
      await writer.query('DROP TABLE a_pair, z_pair');
      await writer.end();
    }
    const { tables } = await manifestOf(join(place, 'busy'));
    const rows = (name: string) => tables.find((table) => table.name === name)?.rows;
    expect(rows('a_pair')).toBeGreaterThan(0);
    expect(rows('z_pair')).toBe(rows('a_pair'));
  });

  test('is made once at a time', async () => {
    const both = await Promise.all([make('one'), make('other')]);
    expect(both.filter((bytes) => bytes === null)).toHaveLength(1);
  });
});

describe('A restore', () => {
  test('goes into an empty folder and an empty database only', async () => {
    await make('whole');
    const used = join(place, 'used');
    await mkdir(used);
    await writeFile(join(used, 'mine.txt'), 'mine');
    await expect(restoreBackup(join(place, 'whole'), environment('used'))).rejects.toThrow(
      'is not empty (mine.txt)',
    );
    expect(await readdir(used)).toEqual(['mine.txt']);
    const own = { DATABASE_URL: app.databaseUrl };
    await expect(restoreBackup(join(place, 'whole'), environment('new', own))).rejects.toThrow(
      'DATABASE_URL is not empty',
    );
  });

  test('refuses what was damaged, with the file’s name, before anything is written', async () => {
    await make('damaged');
    await appendFile(join(place, 'damaged', 'tables', 'public.visit.copy.gz'), 'x');
    const restoring = restoreBackup(join(place, 'damaged'), environment('of-damaged'));
    await expect(restoring).rejects.toThrow('tables/public.visit.copy.gz is not as it was written');
    await expect(readdir(join(place, 'of-damaged'))).rejects.toThrow('ENOENT');
    await expect(restoreBackup(place, environment('of-none'))).rejects.toThrow('is not a backup');
  });

  test('refuses what a later version made', async () => {
    await make('later');
    const file = join(place, 'later', 'manifest.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"migrations": [', '"migrations": [ "Later1999999999999",'));
    const restoring = restoreBackup(join(place, 'later'), environment('of-later'));
    await expect(restoring).rejects.toThrow(
      'a later version made it, with changes of the schema that this one does not know: Later1999999999999',
    );
  });

  test('refuses what another history of the schema made', async () => {
    await make('foreign');
    const file = join(place, 'foreign', 'manifest.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(`"${knownMigrations()[0]}"`, '"Mail1763900000000"'));
    const restoring = restoreBackup(join(place, 'foreign'), environment('of-foreign'));
    await expect(restoring).rejects.toThrow(
      'its schema was built by migrations that this version does not have (1, from Mail1763900000000 on)',
    );
    await expect(readdir(join(place, 'of-foreign'))).rejects.toThrow('ENOENT');
  });

  test('takes what an earlier version made, and the schema is then brought up to date', async () => {
    const [source, target] = [await createEmptyDatabase(), await createEmptyDatabase()];
    try {
      const earlier = knownMigrations().slice(0, -1);
      await migrate(source.url, earlier);
      const boss = new PgBoss({ connectionString: source.url, supervise: false, schedule: false });
      await boss.start();
      await boss.stop({ graceful: false });
      await query(source.url, `INSERT INTO search_word (word) VALUES ('kebun') ON CONFLICT DO NOTHING`).catch(
        () => [],
      );
      const order = {
        ...{ id: randomUUID(), databaseUrl: source.url, dataFolder: place, now: () => START },
        objects: backedObjects(place),
      };
      await writeBackup({ ...order, target: join(place, 'earlier') }, async () => undefined);
      await restoreBackup(join(place, 'earlier'), environment('of-earlier', { DATABASE_URL: target.url }));
      expect(await migrate(target.url)).toEqual(knownMigrations().slice(-1));
    } finally {
      await source.drop();
      await target.drop();
    }
  });

  test('that is killed leaves nothing that starts as if it were whole', async () => {
    const folder = join(place, 'of-killed');
    const killed = startProcess('commands/restore.js', { DATA_DIR: folder }, [join(place, 'whole')]);
    await eventually(() => readFile(join(folder, 'restore-unfinished')), 120_000);
    await killed.killGroup();
    await expect(startEmbeddedServer(folder)).rejects.toThrow('was not finished');
    await postmasterOf(folder).then(
      (pid) => process.kill(pid, 'SIGKILL'),
      () => undefined,
    );

    const own = await createEmptyDatabase();
    try {
      const settings = { DATA_DIR: join(place, 'of-killed-own'), DATABASE_URL: own.url };
      const second = startProcess('commands/restore.js', settings, [join(place, 'whole')]);
      await eventually(async () => {
        await expect(refuseUnfinishedDatabase(own.url)).rejects.toThrow('was not finished');
      }, 120_000);
      await second.kill();
      await expect(refuseUnfinishedDatabase(own.url)).rejects.toThrow('was not finished');
    } finally {
      await own.drop();
    }
  }, 300_000);

  test('by the commands, of a folder that a server works on, gives a folder that a server starts on', async () => {
    const own = await createEmptyDatabase();
    try {
      const settings = { DATABASE_URL: app.databaseUrl, DATA_DIR: app.dataFolder };
      const backup = startProcess('commands/backup.js', settings, [join(place, 'by-command')]);
      expect(await backup.ended()).toBe(0);
      const folder = join(place, 'of-command');
      const restored = { DATABASE_URL: own.url, DATA_DIR: folder };
      expect(await startProcess('commands/restore.js', restored, [join(place, 'by-command')]).ended()).toBe(
        0,
      );
      expect(await readdir(join(folder, 'mails'))).toEqual(['1-a.eml']);
      const people = await query<{ n: number }>(own.url, 'SELECT count(*)::int AS n FROM person');
      expect(people).toEqual([{ n: 5 }]);
    } finally {
      await own.drop();
    }
  }, 300_000);
});

describe('Nightly backups', () => {
  const night = () => app.app.get(KeepNightlyBackups).execute();

  test('are shown to administrators with their age, and miss an alarm no longer than two nights', async () => {
    await query(app.databaseUrl, 'DELETE FROM backup_run');
    expect(await page('/pengelolaan', administrator)).toContain('Belum ada cadangan');
    expect(await page('/', administrator)).toContain('Periksa cadangan data');
    expect(await page('/', guest)).not.toContain('cadangan data');

    await night();
    app.clock.advance(5 * HOUR);
    const fresh = await page('/pengelolaan', administrator);
    expect(fresh).toContain(
      'Cadangan utuh terakhir: Senin, 20 Oktober 2025, pukul 08.00 WIB (5 jam yang lalu',
    );
    expect(fresh).not.toContain('bila server rusak');
    expect(await page('/', administrator)).not.toContain('Periksa cadangan data');

    app.clock.advance(48 * HOUR);
    administrator = await app.signIn('admin@pusat.test', PASSWORD);
    const late = await page('/pengelolaan', administrator);
    expect(late).toContain('Cadangan terakhir sudah 2 hari yang lalu: bila server rusak');
    expect(await page('/', administrator)).toContain('Periksa cadangan data');
  });

  test('are kept as many as set, and nothing else is removed', async () => {
    await mkdir(join(nightly, 'sambang-20200101T000000Z'));
    await writeFile(join(nightly, 'sambang-20200101T000000Z', 'manifest.json'), '{"id":"of another"}');
    const [first] = (await readdir(nightly)).filter((name) => name.startsWith('sambang-2025'));
    await writeFile(join(nightly, first ?? '', 'mine.txt'), 'mine');
    for (let n = 0; n < 3; n++) {
      app.clock.advance(24 * HOUR);
      await night();
    }
    const left = (await readdir(nightly)).sort();
    expect(left).toEqual([
      'sambang-20200101T000000Z',
      first,
      'sambang-20251024T060000Z',
      'sambang-20251025T060000Z',
    ]);
    expect(await readdir(join(nightly, first ?? ''))).toEqual(['mine.txt']);
  });

  test('that cannot be removed keep none of the others from going, nor the night from being done', async () => {
    const before = (await readdir(nightly)).filter((name) => name.startsWith('sambang-2025')).sort();
    const damaged = before.at(-2) ?? '';
    const manifest = join(nightly, damaged, 'manifest.json');
    const whole = await readFile(manifest);
    await writeFile(manifest, whole.subarray(0, 100));
    for (let n = 0; n < 2; n++) {
      app.clock.advance(24 * HOUR);
      await night();
    }
    const left = (await readdir(nightly)).sort();
    expect(left).toContain(damaged);
    expect(left).not.toContain(before.at(-1));
    await writeFile(manifest, whole);
  });

  test('that were cut off are cleared away by the next, and one that fails is shown', async () => {
    const cutOff = randomUUID();
    const folder = join(nightly, 'sambang-20251026T060000Z');
    await mkdir(`${folder}.unfinished-${cutOff}`);
    await query(
      app.databaseUrl,
      'INSERT INTO backup_run (id, folder, nightly, started_at) VALUES ($1, $2, true, $3)',
      [cutOff, folder, app.clock.now()],
    );
    app.clock.advance(HOUR);
    administrator = await app.signIn('admin@pusat.test', PASSWORD);
    await writeFile(join(place, 'a-file'), '');
    await expect(make('a-file/below')).rejects.toThrow();
    expect(await page('/pengelolaan', administrator)).toMatch(/Percobaan .* gagal: .*(ENOTDIR|EEXIST)/);
    app.clock.advance(HOUR);
    await night();
    expect((await readdir(nightly)).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(await page('/pengelolaan', administrator)).not.toContain('Percobaan');
  });
});
