import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import { ConnectionError } from './postgres-errors.js';

/** How long somebody waits for a turn, in milliseconds. */
const LONGEST_WAIT = 5000;
/** No lane takes more of the pool than this, so that a table or row that one kind of request waits for leaves others going. */
const SHARE = 0.7;
/** Who comes when so many wait for each connection is refused at once: the wait would be in vain. */
const MOST_WAITING_A_CONNECTION = 10;
/** A wait that is told, in milliseconds; of many in a second one line. */
const LONG_WAIT = 200;
const A_LINE_EVERY = 1000;
/** How much wider a narrowed lane becomes with each success. */
const WIDENING = 0.1;

interface Lane {
  /** Nobody waits for what happens here: it waits for its turn as long as that takes, and is never narrowed. */
  isPatient: boolean;
  /** How many may use a connection at once: whole connections of a number that grows in fractions. */
  width: number;
  using: number;
  waiting: (() => void)[];
}

/**
 * Divides the connections of a pool among kinds of work: each route is a lane, and the jobs are one. A lane in which
 * something took too long is narrowed to one connection and widens again with what succeeds.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly current = new AsyncLocalStorage<{ lane: Lane }>();
  private readonly widest: number;
  private readonly logger = new Logger('database');
  private untold = { waits: 0, longest: 0, since: -Infinity };

  constructor(private readonly pool: number) {
    this.widest = Math.max(1, Math.floor(pool * SHARE));
  }

  /** Runs work, and whatever it starts, in a lane. */
  within<Result>(name: string, work: () => Result, { isPatient = false } = {}): Result {
    const lane = this.lanes.get(name) ?? { isPatient, width: this.widest, using: 0, waiting: [] };
    this.lanes.set(name, lane);
    return this.current.run({ lane }, work);
  }

  /** What tells the present work in a lane from all other; undefined outside of all lanes. */
  get present(): object | undefined {
    return this.current.getStore();
  }

  /**
   * Uses a connection when it is the turn of the present lane; outside of all lanes at once.
   *
   * @param isTooSlow whether an error says that something took too long
   * @throws ConnectionError when the turn does not come
   */
  async use<Result>(work: () => Promise<Result>, isTooSlow: (error: unknown) => boolean): Promise<Result> {
    const lane = this.current.getStore()?.lane;
    if (!lane) return work();
    const came = performance.now();
    await this.turn(lane);
    if (!lane.isPatient) this.tellWait(performance.now() - came);
    try {
      const result = await work();
      lane.width = Math.min(this.widest, lane.width + WIDENING);
      return result;
    } catch (error) {
      if (!lane.isPatient && isTooSlow(error)) lane.width = 1;
      throw error;
    } finally {
      lane.using -= 1;
      this.next(lane);
    }
  }

  /** Tells that somebody waited long for a connection, with those who did since the last line. */
  private tellWait(ms: number): void {
    if (ms < LONG_WAIT) return;
    const { waits, longest, since } = this.untold;
    this.untold = { waits: waits + 1, longest: Math.max(longest, ms), since };
    const now = performance.now();
    if (now - since < A_LINE_EVERY) return;
    this.logger.warn(
      `${this.untold.waits} waited for a connection, the longest ${Math.round(this.untold.longest)} ms`,
    );
    this.untold = { waits: 0, longest: 0, since: now };
  }

  private turn(lane: Lane): Promise<void> {
    if (lane.using < Math.floor(lane.width)) {
      lane.using += 1;
      return Promise.resolve();
    }
    if (lane.isPatient) {
      return new Promise((resolve) => {
        lane.waiting.push(() => {
          lane.using += 1;
          resolve();
        });
      });
    }
    if (lane.waiting.length >= this.pool * MOST_WAITING_A_CONNECTION) {
      return Promise.reject(ConnectionError.ofFullPool());
    }
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer);
        lane.using += 1;
        resolve();
      };
      const timer = setTimeout(() => {
        lane.waiting.splice(lane.waiting.indexOf(begin), 1);
        reject(ConnectionError.ofFullPool());
      }, LONGEST_WAIT);
      lane.waiting.push(begin);
    });
  }

  private next(lane: Lane): void {
    while (lane.using < Math.floor(lane.width)) {
      const begin = lane.waiting.shift();
      if (!begin) return;
      begin();
    }
  }
}
