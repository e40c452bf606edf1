import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A process of the built program, with what it printed. */
export interface RunningProcess {
  child: ChildProcess;
  /** Waits until a line that matches was printed. */
  printed(pattern: RegExp, milliseconds?: number): Promise<string>;
  /** Ends it at once, without a word, as `kill -9` does. */
  kill(): Promise<void>;
  /** The same, with the programs that it has started and waits for. */
  killGroup(): Promise<void>;
  /** Waits until it has ended by itself, and returns the exit code. */
  ended(): Promise<number | null>;
  /** Asks it to end, as Ctrl+C does, and returns the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a file of `dist/` (built before the run) with only these settings. */
export function startProcess(
  file: string,
  settings: Record<string, string>,
  args: string[] = [],
): RunningProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [`dist/src/${file}`, ...args], {
    // A group of its own, so that it can be killed with all that it has started.
    detached: true,
    env: { PATH, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  return {
    child,
    async printed(pattern, milliseconds = 120_000) {
      for (let waited = 0; waited < milliseconds; waited += 50) {
        const found = pattern.exec(output);
        if (found) return found[0];
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${file} never printed ${String(pattern)}:\n${output}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async killGroup() {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await ended;
    },
    async ended() {
      await ended;
      return child.exitCode;
    },
    async stop() {
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
  };
}

/** Below those that systems give to connections that go out, so that none of the many takes it meanwhile. */
const PORTS = { first: 10_000, aWorker: 400 } as const;
const MOST_WORKERS = 24;
let given = process.pid;

/** A TCP port nobody listens on now, nor another worker takes. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 0) % MOST_WORKERS;
  const port = PORTS.first + worker * PORTS.aWorker + (given++ % PORTS.aWorker);
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, '127.0.0.1', () => {
        probe.close(() => {
          resolve(true);
        });
      });
  });
  return isFree ? port : freePort();
}
