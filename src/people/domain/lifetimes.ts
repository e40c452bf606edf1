const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a link for setting a password is for. */
export type LinkPurpose = 'invitation' | 'reset' | 'first-administrator';

/** How long things last, in milliseconds. A session's time begins anew whenever its use is noted. */
export const lifetimes = {
  session: 30 * DAY,
  invitation: 14 * DAY,
  reset: HOUR,
  'first-administrator': 7 * DAY,
} as const satisfies Record<LinkPurpose | 'session', number>;

/** The use of a session or token is noted at most this often, in milliseconds. */
const USE_NOTED_EVERY = 5 * MINUTE;

/** One account is sent at most one reset link in this time, in milliseconds. */
export const RESET_PAUSE = MINUTE;

/** When something that begins at `from` ends. */
export function expiryOf(what: keyof typeof lifetimes, from: Date): Date {
  return new Date(from.getTime() + lifetimes[what]);
}

/** Whether the last use is so long ago, or unknown, that this one is noted. */
export function isUseToBeNoted(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY;
}
