import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chown, constants, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How PostgreSQL's programs are started: itself for an ordinary user, through another account for root. */
export interface PostgresAccount {
  /** Folder of the programs, readable by the account. */
  programs: string;
  /** Runs a program and returns what it printed; its error carries what it printed instead. */
  run(program: string, args: string[]): Promise<string>;
  /** Makes a folder or file the account's own. */
  own(path: string): Promise<void>;
}

/**
 * The account PostgreSQL runs under. PostgreSQL refuses to run as root, so root lends it `postgres` or
 * `nobody`; where that account cannot walk to the folders (a checkout below /root, a folder of mode 0700),
 * the programs are copied to the temporary folder and the data is reached by the capability DAC_OVERRIDE.
 */
export async function postgresAccount(programs: string, dataFolder: string): Promise<PostgresAccount> {
  if (userInfo().uid !== 0) {
    return { programs, run: runner(programs, []), own: async () => undefined };
  }
  const { uid, gid } = await ordinaryAccount();
  const asAccount = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'];
  const throughWalls = ['--inh-caps', '-all,+dac_override', '--ambient-caps', '-all,+dac_override'];
  const reachablePrograms = (await reachable(programs)) ? programs : await copyOfPrograms(programs);
  const prefix = ['setpriv', ...asAccount, ...((await reachable(dataFolder)) ? [] : throughWalls)];
  return {
    programs: reachablePrograms,
    run: runner(reachablePrograms, prefix),
    own: (path) => chown(path, uid, gid),
  };
}

function runner(programs: string, prefix: string[]): PostgresAccount['run'] {
  return async (program, args) => {
    const [command, ...rest] = [...prefix, join(programs, program), ...args];
    try {
      const { stdout } = await run(command as string, rest, { cwd: '/' });
      return stdout;
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
      throw new Error(`${program}: ${(stderr + stdout).trim() || message}`, { cause: error });
    }
  };
}

async function ordinaryAccount(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account postgres or nobody to lend it.');
}

/** Whether every folder on the way lets any account pass. */
async function reachable(path: string): Promise<boolean> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function copyOfPrograms(programs: string): Promise<string> {
  const native = dirname(programs);
  const key = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join(tmpdir(), `sambang-postgres-${key}`);
  const finished = join(copy, basename(programs));
  try {
    await access(finished);
    return finished;
  } catch {
    const unfinished = `${copy}.${process.pid}`;
    await mkdir(unfinished, { mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
    return finished;
  }
}
