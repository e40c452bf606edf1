import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PostgresAccount } from '../postgres-account.js';
import type { DataFolder } from './data-folder.js';
import { HOST } from './ports.js';

const run = promisify(execFile);

const SETTINGS = [
  `listen_addresses=${HOST}`,
  'unix_socket_directories=',
  'max_connections=100',
  'timezone=UTC',
  'log_timezone=UTC',
] as const;

/** PostgreSQL's main process of a data folder. */
export class Postmaster {
  constructor(
    private readonly account: PostgresAccount,
    private readonly folder: DataFolder,
    /** Server settings besides the defaults, `name=value`. */
    private readonly settings: readonly string[],
  ) {}

  /** Port of the process that is running on the data, also while it recovers or ends; null when there is none. */
  async runningPort(): Promise<number | null> {
    const { pid, port } = await this.pidFile();
    return port > 0 && (await this.isRunning(pid)) ? port : null;
  }

  /**
   * Starts it; it may still recover when this returns. PostgreSQL judges by itself whether another one has the data.
   * It only cannot tell a process that got the number of one long gone, so that a file naming such is put aside.
   */
  async start(port: number): Promise<void> {
    const { log, cluster } = this.folder;
    await writeFile(log, '', { flag: 'a' });
    await this.account.own(log);
    const { size } = await stat(log);
    await this.putAsideStalePidFile();
    const options = [...SETTINGS, ...this.settings].map((setting) => `-c ${setting}`).join(' ');
    const flags = ['-D', cluster, '-l', log, '-w', '-t', '5', '-o', `-p ${port} ${options}`];
    try {
      await this.account.run('pg_ctl', ['start', ...flags]);
    } catch (error) {
      // It waited five seconds, and a server that recovers takes longer.
      if ((await this.runningPort()) !== null) return;
      const said = (await readFile(log)).subarray(size).toString().trim().split('\n').slice(-8).join('\n');
      throw new Error(`The embedded PostgreSQL did not start; the end of ${log}:\n${said}`, { cause: error });
    }
  }

  /** Ends it in order, its connections cut; one that is already gone is fine. */
  async stop(): Promise<void> {
    if (!(await this.isRunning((await this.pidFile()).pid))) return;
    try {
      await this.account.run('pg_ctl', ['stop', '-D', this.folder.cluster, '-m', 'fast', '-w', '-t', '120']);
    } catch (error) {
      for (let waited = 0; waited < 20; waited++) {
        if (!(await this.isRunning((await this.pidFile()).pid))) return;
        await setTimeout(100);
      }
      throw error;
    }
  }

  private async pidFile(): Promise<{ pid: number; port: number }> {
    const text = await readFile(join(this.folder.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    const lines = text.split('\n');
    return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 };
  }

  private async putAsideStalePidFile(): Promise<void> {
    const { pid } = await this.pidFile();
    if (!isAlive(pid) || (await this.isRunning(pid))) return;
    const file = join(this.folder.cluster, 'postmaster.pid');
    await rename(file, `${file}.stale`);
  }

  /** Whether a living process is the PostgreSQL of this data. */
  private async isRunning(pid: number): Promise<boolean> {
    if (!isAlive(pid)) return false;
    if (process.platform === 'win32') return true;
    if (process.platform !== 'linux') {
      const { stdout } = await run('ps', ['-p', `${pid}`, '-o', 'command=']).catch(() => ({ stdout: '' }));
      return stdout.includes('postgres') && stdout.includes(this.folder.cluster);
    }
    try {
      // A process that ended and was not waited for by its parent has neither.
      const [program, works, data] = await Promise.all([
        readlink(`/proc/${pid}/exe`),
        readlink(`/proc/${pid}/cwd`),
        realpath(this.folder.cluster),
      ]);
      return basename(program).startsWith('postgres') && works === data;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EACCES' && this.looksRunning(pid);
    }
  }

  /** Of another account's process only this much can be known: what it is called, and whether the data is its account's. */
  private async looksRunning(pid: number): Promise<boolean> {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const [, name = ''] = /^Name:\s*(.*)$/m.exec(status) ?? [];
    const [, account] = /^Uid:\s*\d+\s+(\d+)/m.exec(status) ?? [];
    const { uid } = await stat(this.folder.cluster);
    return name.startsWith('postgres') && Number(account) === uid;
  }
}

/** Whether a process of this number exists, be it another account's. */
function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
