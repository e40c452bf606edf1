import type { MailFate } from './mail-fate.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes to wait after the first, second, … failed try; after the last of them the mail is given up. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440] as const;

/** Minutes before a mail that may have arrived is sent again, once and once more: longer, since each may be a second copy. */
const DOUBT_MINUTES = [30, 360] as const;

/** Minutes before a mail is tried again that a domain does not take from us. */
const BLOCKED_MINUTES = 15;

/** How long a mail waits for a fault that is not its own (RFC 5321 section 4.5.4.1: at least 4 to 5 days). */
export const LONGEST_WAIT_MS = 5 * DAY;

/** What was tried of a mail so far. */
export interface Tried {
  /** Failed tries that counted. */
  tries: number;
  /** Tries after which it may have arrived. */
  doubts: number;
  /** When it was put in the queue, or back in it. */
  queuedAt: Date;
}

/** Where a mail stands after a failed try. */
export interface AfterFailure {
  state: 'queued' | 'failed';
  tries: number;
  doubts: number;
  nextTryAt: Date;
}

/** What becomes of a mail after a failed try, `before` being what was tried without it. */
export function afterFailure(fate: MailFate, before: Tried, now: Date): AfterFailure {
  const after = (
    state: AfterFailure['state'],
    minutes: number,
    counted: Partial<Tried> = {},
  ): AfterFailure => ({
    state,
    tries: counted.tries ?? before.tries,
    doubts: counted.doubts ?? before.doubts,
    nextTryAt: new Date(now.getTime() + minutes * MINUTE),
  });
  switch (fate) {
    case 'server-fault':
      return after('queued', 1);
    case 'sender-blocked':
      return after(hasWaitedEnough(before.queuedAt, now) ? 'failed' : 'queued', BLOCKED_MINUTES);
    case 'later': {
      const minutes = BACK_OFF_MINUTES[before.tries];
      return after(minutes === undefined ? 'failed' : 'queued', minutes ?? 0, { tries: before.tries + 1 });
    }
    case 'in-doubt': {
      const minutes = DOUBT_MINUTES[before.doubts];
      return after(minutes === undefined ? 'failed' : 'queued', minutes ?? 0, { doubts: before.doubts + 1 });
    }
    case 'refused':
    case 'address-dead':
      return after('failed', 0, { tries: before.tries + 1 });
  }
}

function hasWaitedEnough(queuedAt: Date, now: Date): boolean {
  return now.getTime() - queuedAt.getTime() >= LONGEST_WAIT_MS;
}
