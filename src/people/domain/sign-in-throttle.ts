/** At most this many failed tries to sign in with one mail address within the window (milliseconds). */
export const signInThrottle = { tries: 10, window: 15 * 60_000 } as const;

/** Failures up to this instant no longer count. */
export function failuresForgottenUntil(now: Date): Date {
  return new Date(now.getTime() - signInThrottle.window);
}

/** Whether one more try is let through after so many failures in the window. */
export function mayTryAgain(failures: number): boolean {
  return failures < signInThrottle.tries;
}
