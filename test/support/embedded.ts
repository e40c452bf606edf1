import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** Rows of one statement on a connection of its own. */
export async function query<Row>(url: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row & Record<string, unknown>>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** Process id of the PostgreSQL of a data folder. */
export const postmasterOf = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** URL of the running database of a data folder, as somebody with access to the folder reads it. */
export async function urlOf(folder: string): Promise<string> {
  const port = (await readFile(join(folder, 'database-port'), 'utf8')).trim();
  const password = (await readFile(join(folder, 'database-password'), 'utf8')).trim();
  return `postgres://sambang:${password}@127.0.0.1:${port}/postgres`;
}

/** Tries again until it succeeds; the last failure is thrown. */
export async function eventually<Result>(
  work: () => Promise<Result>,
  milliseconds = 30_000,
): Promise<Result> {
  for (let waited = 0; ; waited += 100) {
    try {
      return await work();
    } catch (error) {
      if (waited >= milliseconds) throw error;
      await setTimeout(100);
    }
  }
}

/** A process that owns the embedded database of a folder (built code), in a process group of its own. */
export function ownerProcess(folder: string): { child: ChildProcess; ready: Promise<string> } {
  const script = `
    import { startEmbeddedServer } from './dist/src/platform/database/embedded-server.js';
    const { url } = await startEmbeddedServer(process.argv[1]);
    console.log(url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = once(child.stdout, 'data').then(([chunk]) => String(chunk).trim());
  return { child, ready };
}

/** Ends a process and all of its group at once, as `kill -9` does. */
export async function killGroup(child: ChildProcess): Promise<void> {
  const gone = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await gone;
}
