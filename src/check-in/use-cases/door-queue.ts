import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';

/** How many of a door are served at once: one writes, since a visit is locked for it, and the next gets ready. */
const SERVED_AT_ONCE = 2;
/** Who comes when so many stand in line is asked to come again: the wait would be in vain. */
const LONGEST_LINE = 500;
const SECONDS_TO_WAIT = 15;

interface Line {
  served: number;
  waiting: (() => void)[];
}

/**
 * Serves those who come to one door one after another, in this process. A whole party scans at the same moment, and a
 * connection to the database is taken by nobody who only stands in line.
 */
@Injectable()
export class DoorQueue {
  private readonly lines = new Map<string, Line>();

  /** @throws RequestError `too-many-requests` */
  async serve<Result>(door: string, work: () => Promise<Result>): Promise<Result> {
    const line = this.lines.get(door) ?? { served: 0, waiting: [] };
    this.lines.set(door, line);
    await turnIn(line);
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.served -= 1;
      if (line.served === 0) this.lines.delete(door);
    }
  }
}

async function turnIn(line: Line): Promise<void> {
  if (line.served < SERVED_AT_ONCE) {
    line.served += 1;
    return;
  }
  if (line.waiting.length >= LONGEST_LINE) {
    throw new RequestError('too-many-requests', { retryAfter: SECONDS_TO_WAIT });
  }
  // Whoever leaves hands the place over.
  await new Promise<void>((resolve) => line.waiting.push(resolve));
}
