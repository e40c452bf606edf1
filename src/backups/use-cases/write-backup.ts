import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import { connect } from '../../platform/database/reachable.js';
import { StartRefusal } from '../../platform/errors/start-refusal.js';
import { syncFolder, writeWhole } from '../../platform/files/durable.js';
import {
  filesOf,
  FORMAT,
  MANIFEST,
  type BackupFile,
  type BackupTable,
  type Manifest,
} from '../domain/manifest.js';
import { copyObjects, type BackedObjects } from '../storage/backup-objects.js';
import { namesIn, sumOf, syncNames, writeFileOf } from '../storage/backup-files.js';
import {
  doneMigrations,
  qualified,
  queueVersion,
  SETTINGS,
  storedSequences,
  storedTables,
  type StoredTable,
} from '../storage/stored-tables.js';

export interface BackupOrder {
  id: string;
  databaseUrl: string;
  /** DATA_DIR, for its kept mails. */
  dataFolder: string;
  /** What the backup becomes; nothing, or an empty folder, may be there. */
  target: string;
  now: () => Date;
  /** Where its documents are copied from. */
  objects: BackedObjects;
}

/** What it is called while it is being made. */
export const unfinishedName = ({ id, target }: Pick<BackupOrder, 'id' | 'target'>): string =>
  `${target}.unfinished-${id}`;

/**
 * Writes everything that was entrusted, as it is at one instant, while others go on: beside, checksummed, to the disk,
 * and only then under its name. Its memory does not grow with the data.
 *
 * @param started called once it is certain that no other backup is being made, after the instant whose state is kept
 * @returns its size in bytes, or null when another backup is being made
 * @throws StartRefusal when something is at the target
 */
export async function writeBackup(order: BackupOrder, started: () => Promise<void>): Promise<number | null> {
  if ((await namesIn(order.target)).length > 0) {
    throw new StartRefusal(
      `${order.target} is there already, and is not empty: name a new folder for the backup.`,
    );
  }
  const client = await connect({ connectionString: order.databaseUrl, application_name: 'sambang-backup' });
  try {
    const lock = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      advisoryLocks.backup,
    ]);
    if (!lock.rows[0]?.taken) return null;
    // Removals that are on their way end first, and none begins until the copy is made.
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLocks.files]);
    const madeAt = order.now();
    await client.query(SETTINGS);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await storedTables(client);
    await client.query(`LOCK TABLE ${tables.map(qualified).join(', ')} IN ACCESS SHARE MODE`);
    await started();
    const bytes = await writeBeside(client, order, madeAt, tables);
    await client.query('COMMIT');
    return bytes;
  } finally {
    await client.end();
  }
}

async function writeBeside(
  client: Client,
  order: BackupOrder,
  madeAt: Date,
  tables: StoredTable[],
): Promise<number> {
  const unfinished = unfinishedName(order);
  await mkdir(dirname(order.target), { recursive: true });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const manifest: Manifest = {
      format: FORMAT,
      id: order.id,
      madeAt: madeAt.toISOString(),
      migrations: await doneMigrations(client),
      queueVersion: await queueVersion(client),
      tables: await writeTables(client, unfinished, tables),
      sequences: await storedSequences(client),
      mails: await writeMails(unfinished, join(order.dataFolder, 'mails')),
      ...(await copyObjects(client, unfinished, order.objects)),
    };
    const bytes = await writeSums(unfinished, manifest);
    await rename(unfinished, order.target);
    await syncFolder(dirname(order.target));
    return bytes;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeTables(client: Client, folder: string, tables: StoredTable[]): Promise<BackupTable[]> {
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  const written: BackupTable[] = [];
  for (const table of tables) {
    const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ');
    const rows = client.query(copyTo(`COPY (SELECT ${columns} FROM ${qualified(table)}) TO STDOUT`));
    const path = `tables/${table.schema}.${table.name}.copy.gz`;
    const file = await writeFileOf(folder, path, rows, createGzip());
    written.push({ ...table, ...file, rows: rows.rowCount });
  }
  return written;
}

/** Copies the mails that were kept instead of sent. One that goes away meanwhile is left out. */
async function writeMails(folder: string, mails: string): Promise<BackupFile[]> {
  await mkdir(join(folder, 'mails'), { mode: 0o700 });
  const written: BackupFile[] = [];
  for (const name of (await namesIn(mails)).filter((each) => each.endsWith('.eml'))) {
    written.push(await writeFileOf(folder, `mails/${name}`, createReadStream(join(mails, name))));
  }
  return written;
}

/** Writes the manifest, and the checksums once more in the form that `sha256sum --check` reads. */
async function writeSums(folder: string, manifest: Manifest): Promise<number> {
  await writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  const files = [...filesOf(manifest), await sumOf(folder, MANIFEST)];
  const lines = files.map(({ sha256, path }) => `${sha256}  ${path}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''), { mode: 0o600, flush: true });
  await syncNames(
    folder,
    files.map(({ path }) => path),
  );
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
