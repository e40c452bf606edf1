import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { getConstructionPlans, PgBoss } from 'pg-boss';
import type { Environment } from '../../../config/environment.js';
import { startEmbeddedServer } from '../../platform/database/embedded-server.js';
import { knownMigrations, migrate } from '../../platform/database/migrate.js';
import { connect } from '../../platform/database/reachable.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { syncFolder, writeWhole } from '../../platform/files/durable.js';
import type { FilePlace } from '../../platform/files/object-store.js';
import { ObjectStores } from '../../platform/files/object-stores.js';
import { Spool } from '../../platform/files/spool.js';
import { ERASURE_LIST } from '../../platform/files/erasure-list.js';
import { restoreMark } from '../../platform/database/unfinished-restore.js';
import type { Manifest } from '../domain/manifest.js';
import { namesIn, syncNames, writeFileOf } from '../storage/backup-files.js';
import { putObjects } from '../storage/backup-objects.js';
import { isEmptyDatabase, loadTables, markUnfinished } from '../storage/load-tables.js';
import { queueVersion } from '../storage/stored-tables.js';
import { readBackup } from './read-backup.js';

/**
 * Restores a backup into an empty data folder and its database, or the empty one of DATABASE_URL. A restore that is cut
 * off leaves a folder and a database that do not start; documents come into the store that the settings name.
 *
 * @throws StartRefusal when they are not empty, or the backup is not one that this program can restore as it was
 */
export async function restoreBackup(folder: string, environment: Environment): Promise<Manifest> {
  const { DATA_DIR, DATABASE_URL, FILES_STORE } = environment;
  await refuseUsedFolder(DATA_DIR);
  const known = { migrations: knownMigrations(), queueVersion: ownQueueVersion() };
  const manifest = await readBackup(folder, known);
  if (DATABASE_URL) await refuseUsedDatabase(DATABASE_URL);

  await mkdir(DATA_DIR, { recursive: true, mode: 0o700 });
  const mark = restoreMark(DATA_DIR);
  await writeWhole(mark, `${folder}\n`);
  await syncFolder(DATA_DIR);
  if (DATABASE_URL) {
    await fill(DATABASE_URL, folder, manifest, FILES_STORE);
  } else {
    const server = await startEmbeddedServer(DATA_DIR, { restoring: true });
    try {
      await fill(server.url, folder, manifest, FILES_STORE);
    } finally {
      await server.stop();
    }
  }
  await restoreFiles(folder, environment, manifest);
  await restoreMails(folder, DATA_DIR, manifest);
  await takeErasures(folder, DATA_DIR);
  await rm(mark);
  await syncFolder(DATA_DIR);
  return manifest;
}

/** Who was erased after the backup was made stands in a list beside it; the server erases them again once it runs. */
async function takeErasures(folder: string, dataFolder: string): Promise<void> {
  const path = join(dirname(resolve(folder)), ERASURE_LIST);
  const list = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (list !== null) await writeWhole(join(dataFolder, ERASURE_LIST), list);
}

async function refuseUsedFolder(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.length === 0) return;
  throw new StartRefusal(
    `DATA_DIR is ${folder}, which is not empty (${names.slice(0, 5).join(', ')}): a restore goes into an empty folder. ` +
      'Name another DATA_DIR, or move away what is there.',
  );
}

async function refuseUsedDatabase(url: string): Promise<void> {
  const client = await connect({ connectionString: url });
  try {
    if (await isEmptyDatabase(client)) return;
  } finally {
    await client.end();
  }
  throw new StartRefusal('The database of DATABASE_URL is not empty: a restore goes into an empty one.');
}

/** Builds the schema that the backup's rows belong to, and loads them. */
async function fill(url: string, folder: string, manifest: Manifest, place: FilePlace): Promise<void> {
  const client = await connect({ connectionString: url, application_name: 'sambang-restore' });
  try {
    await markUnfinished(client);
    await migrate(url, manifest.migrations);
    await makeQueue(url);
    if ((await queueVersion(client)) !== manifest.queueVersion)
      throw new Error('The job queue has another version');
    await loadTables(client, folder, manifest);
    if (manifest.files?.length) await client.query('UPDATE public.stored_file SET place = $1', [place]);
  } finally {
    await client.end();
  }
}

/** Version of the schema that this program's job queue makes, as its own statements say it. */
function ownQueueVersion(): number {
  const found = /INSERT INTO pgboss\.version\s*\(version\)\s*VALUES\s*\('?(\d+)'?\)/i.exec(
    getConstructionPlans('pgboss'),
  );
  if (!found) throw new Error('The job queue does not say the version of its schema');
  return Number(found[1]);
}

/** Makes the tables of the job queue, and works nothing. */
async function makeQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Into the store that the settings name now, wherever they lay before. */
async function restoreFiles(
  folder: string,
  environment: Environment,
  { files = [] }: Manifest,
): Promise<void> {
  const stores = new ObjectStores(environment);
  try {
    await putObjects(folder, files, stores.current, new Spool(environment, new SystemClock()));
  } finally {
    stores.onApplicationShutdown();
  }
}

async function restoreMails(folder: string, dataFolder: string, { mails }: Manifest): Promise<void> {
  if (mails.length === 0) return;
  await mkdir(join(dataFolder, 'mails'), { recursive: true, mode: 0o700 });
  for (const { path, sha256 } of mails) {
    const written = await writeFileOf(dataFolder, path, createReadStream(join(folder, path)));
    if (written.sha256 !== sha256) throw new Error(`${path} was not written as it is in the backup`);
  }
  await syncNames(
    dataFolder,
    mails.map(({ path }) => path),
  );
}
