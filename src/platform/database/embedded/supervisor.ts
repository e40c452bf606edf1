import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Cluster } from './cluster.js';
import { Ownership } from './ownership.js';

/** Between attempts to bring it back, in milliseconds: about two minutes in all, then it is given up. */
const BACK_OFF = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const;
/** One that ends again and again within this time is given up, too. */
const STEADY_MS = 60_000;

/** Watches over a database that this process owns: notices at once when it dies, and brings it back. */
export class Supervisor {
  private readonly logger = new Logger('database');
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private owns = true;
  private losses = 0;
  private lastLoss = -Infinity;

  constructor(
    private readonly cluster: Cluster,
    private readonly port: number,
    private ownership: Ownership,
    private readonly giveUp: (error: Error) => void,
  ) {
    this.watch();
  }

  /** Stops watching, then the database. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.work;
    // The lock goes last: nobody becomes the owner of a database that is about to stop.
    if (this.owns) await this.cluster.stop();
    await this.ownership.release();
  }

  private watch(): void {
    this.ownership.onLost(() => {
      if (!this.stopping.signal.aborted) this.work = this.bringBack();
    });
  }

  private async bringBack(): Promise<void> {
    const now = performance.now();
    this.losses = now - this.lastLoss < STEADY_MS ? this.losses + 1 : 0;
    this.lastLoss = now;
    const { signal } = this.stopping;
    let fault: unknown;
    for (const pause of BACK_OFF.slice(this.losses)) {
      try {
        await setTimeout(pause, undefined, { signal });
        this.logger.error(
          `The embedded PostgreSQL ended${fault ? ` (${(fault as Error).message})` : ''}: bringing it back`,
        );
        await this.attempt(signal);
        this.logger.warn('The embedded PostgreSQL answers again');
        this.watch();
        return;
      } catch (error) {
        if (signal.aborted) return;
        fault = error;
        if (error instanceof Lost) break;
      }
    }
    const cause = fault ?? new Error('it ends again and again');
    this.giveUp(
      new Error(`The embedded PostgreSQL cannot be brought back: ${(cause as Error).message}`, { cause }),
    );
  }

  private async attempt(signal: AbortSignal): Promise<void> {
    const { port, url } = await this.cluster.bringUp(signal);
    if (port !== this.port) throw new Lost(`it is on port ${port} now, and not on ${this.port}`);
    const ownership = await Ownership.take(url, signal);
    if (!ownership) {
      this.owns = false;
      throw new Lost('another process took the data folder over');
    }
    this.ownership = ownership;
  }
}

/** No further attempt can help. */
class Lost extends Error {}
