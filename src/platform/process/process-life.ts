import { setTimeout } from 'node:timers/promises';
import { EnvironmentError } from '../../../config/environment.js';
import { StartRefusal } from '../errors/start-refusal.js';

/** How long everything together may take to close. */
const CLOSING_MS = 120_000;

interface Closer {
  what: string;
  close: () => Promise<unknown>;
}

/** The life of one process: what it opened, and that all of it is closed however it ends. */
export class ProcessLife {
  private readonly ending = new AbortController();
  private readonly closers: Closer[] = [];
  private started: Promise<unknown> = Promise.resolve();
  private exitCode = 0;

  /** Aborts what the start still waits for, once the process is to end. */
  readonly signal = this.ending.signal;

  /** Remembers how to close what has just been opened. The last opened is closed first. */
  onEnd(what: string, close: () => Promise<unknown>): void {
    this.closers.push({ what, close });
  }

  /** Starts; a start that fails is told, and what it had opened is closed. SIGINT and SIGTERM end the process in order. */
  async run(start: () => Promise<void>): Promise<void> {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.end());
    for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(fault, (error: unknown) => void this.fail(error));
    }
    this.started = start();
    try {
      await this.started;
    } catch (error) {
      if (!this.signal.aborted) await this.fail(error);
    }
  }

  /** Ends the process with exit code 1, and says why. */
  async fail(error: unknown): Promise<void> {
    this.exitCode = 1;
    tell(error);
    await this.end();
  }

  /** Closes everything and ends the process; the exit code is 0 unless something failed. */
  async end(): Promise<void> {
    if (this.signal.aborted) return;
    this.ending.abort();
    const late = setTimeout(CLOSING_MS, 'late', { ref: false });
    if ((await Promise.race([this.closeAll(), late])) === 'late') {
      this.exitCode = 1;
      console.error(`Not everything was closed within ${CLOSING_MS / 1000} s.`);
    }
    process.exit(this.exitCode);
  }

  private async closeAll(): Promise<void> {
    await this.started.catch(() => undefined);
    for (const { what, close } of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        this.exitCode = 1;
        console.error(`Closing ${what} failed:`, error);
      }
    }
  }
}

/** A refusal says all by its message; of anything unforeseen the stack and the causes are needed. */
function tell(error: unknown): void {
  const isPlain = error instanceof StartRefusal || error instanceof EnvironmentError;
  console.error(isPlain ? error.message : error);
}
