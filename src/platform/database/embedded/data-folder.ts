import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartRefusal } from '../../errors/start-refusal.js';
import { nameBeside, syncFolder, writeWhole } from '../../files/durable.js';
import type { PostgresAccount } from '../postgres-account.js';

export const USER = 'sambang';

/** Where the parts of an embedded database lie below DATA_DIR. */
export interface DataFolder {
  root: string;
  /** PostgreSQL's own folder. */
  cluster: string;
  /** What PostgreSQL writes about itself. */
  log: string;
  /** The TCP port, chosen once. */
  port: string;
  /** The password, for people and their tools; the one beside the data counts. */
  password: string;
}

export const dataFolder = (root: string): DataFolder => ({
  root,
  cluster: join(root, 'postgres'),
  log: join(root, 'postgres.log'),
  port: join(root, 'database-port'),
  password: join(root, 'database-password'),
});

/** In the cluster's folder, so that both come into being, move and are copied together. */
const OWN_PASSWORD = 'sambang.password';

/**
 * Makes the cluster of a folder that has none yet: beside, to the disk, then under its name, so that a start killed
 * at any moment leaves either none or a whole one. Removes nothing but what it made itself.
 *
 * @throws StartRefusal when something is there that is not a whole cluster, or a cluster was there and is gone
 */
export async function prepareCluster(account: PostgresAccount, folder: DataFolder): Promise<void> {
  if ((await whatIsThere(folder)) === 'cluster') return;
  const unfinished = nameBeside(folder.cluster);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await account.own(unfinished);
    await initialise(account, unfinished);
    await rename(unfinished, folder.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start was first: its cluster is as good.
    if ((await whatIsThere(folder).catch(() => 'nothing')) === 'cluster') return;
    throw error;
  }
  await syncFolder(folder.root);
}

/** Fills a new folder with a cluster; initdb waits until its files are on the disk. */
async function initialise(account: PostgresAccount, cluster: string): Promise<void> {
  const pwfile = `${cluster}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await writeFile(pwfile, password, { mode: 0o600 });
    await account.own(pwfile);
    await account.run('initdb', [
      `--pgdata=${cluster}`,
      `--username=${USER}`,
      '--auth=scram-sha-256',
      `--pwfile=${pwfile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(pwfile, { force: true });
  }
  const kept = join(cluster, OWN_PASSWORD);
  await writeWhole(kept, password);
  await account.own(kept);
  await syncFolder(cluster);
}

async function whatIsThere(folder: DataFolder): Promise<'cluster' | 'nothing'> {
  const { cluster } = folder;
  const names = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unreadable(folder, error);
  });
  if (names.length === 0) return nothingEverThere(folder);
  for (const file of ['PG_VERSION', join('global', 'pg_control')]) {
    await readFile(join(cluster, file)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? notACluster(folder, file, names) : unreadable(folder, error);
    });
  }
  return 'cluster';
}

/** What a start leaves once a cluster is there: with these and no cluster, a database was here and is missing. */
async function nothingEverThere(folder: DataFolder): Promise<'nothing'> {
  for (const trace of [folder.port, folder.log, join(folder.root, 'owner.pid')]) {
    if (!(await exists(trace))) continue;
    throw new StartRefusal(
      `The database of ${folder.root} is missing: ${basename(trace)} is there, but ${folder.cluster} is not. ` +
        `Put the folder back, or restore a backup into an empty folder (npm run restore). ` +
        `To begin with an empty database, name another DATA_DIR.`,
    );
  }
  return 'nothing';
}

const notACluster = ({ cluster }: DataFolder, missing: string, names: string[]): StartRefusal =>
  new StartRefusal(
    `${cluster} is not a whole database: it has no ${missing}, but ${names.length} other files and folders ` +
      `(${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}). Nothing was changed. Complete the copy, or restore ` +
      'a backup into an empty folder (npm run restore); to begin with an empty database, name another DATA_DIR.',
  );

const unreadable = ({ cluster }: DataFolder, error: NodeJS.ErrnoException): StartRefusal =>
  new StartRefusal(
    `${cluster} cannot be read (${error.message}). Nothing was changed. Start as the account that the folder ` +
      'belongs to, or give this one the right to read it; if the disk fails, restore a backup elsewhere.',
    { cause: error },
  );

/**
 * The password of the cluster, and its copy for people renewed where it is missing. A folder of earlier versions has
 * that copy alone.
 */
export async function readPassword({ cluster, password }: DataFolder): Promise<string> {
  const [own, copy] = await Promise.all([textOf(join(cluster, OWN_PASSWORD)), textOf(password)]);
  const known = own ?? copy;
  if (known === null) {
    throw new StartRefusal(
      `The password of the database is missing: ${password}. Put the file back as it was (from a copy of the folder).`,
    );
  }
  if (copy !== known) await writeWhole(password, `${known}\n`);
  return known;
}

/** The port that was chosen for the folder, or null before the first start. */
export async function readPort({ port }: DataFolder): Promise<number | null> {
  const known = Number(await textOf(port));
  return Number.isInteger(known) && known > 0 && known < 65_536 ? known : null;
}

export const keepPort = ({ port }: DataFolder, chosen: number): Promise<void> =>
  writeWhole(port, `${chosen}\n`);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
