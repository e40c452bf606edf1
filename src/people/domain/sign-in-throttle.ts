const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Failed tries to sign in with one mail address from one network; all lengths in milliseconds. */
const signInThrottle = {
  /** Tries that are let through without a wait. */
  free: 5,
  /** The wait after the first try beyond those; it doubles with each further one. */
  firstWait: 10 * SECOND,
  longestWait: 15 * MINUTE,
  /** A failure older than this no longer counts. */
  window: 60 * MINUTE,
} as const;

/** Failures up to this instant no longer count. */
export function failuresForgottenUntil(now: Date): Date {
  return new Date(now.getTime() - signInThrottle.window);
}

/** How long after the last of so many failures the next try has to wait, in milliseconds. */
export function waitAfter(failures: number): number {
  const { free, firstWait, longestWait } = signInThrottle;
  return failures < free ? 0 : Math.min(firstWait * 2 ** (failures - free), longestWait);
}

/** How long the next try still has to wait, in milliseconds; 0 when it may go ahead. */
export function waitLeft(failures: number, lastAt: Date | null, now: Date): number {
  return lastAt === null ? 0 : Math.max(lastAt.getTime() + waitAfter(failures) - now.getTime(), 0);
}
