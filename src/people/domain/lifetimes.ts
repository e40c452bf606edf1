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
  address: 3 * DAY,
} as const satisfies Record<LinkPurpose | 'session' | 'address', number>;

/** How many days an API token may live: what is offered, and what is usual. */
export const tokenDays = { offered: [30, 90, 180, 365], usual: 90, most: 365 } as const;

/** Most live API tokens of a person. */
export const MOST_TOKENS = 10;

/** Most links for a password that are mailed to one person, in an hour and in a day. */
const mostLinks = [
  { within: HOUR, count: 3 },
  { within: DAY, count: 10 },
] as const;

/** When an API token of so many days ends. */
export const tokenExpiry = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY);

/** Expired links are kept so long, to be counted. */
export const LINKS_KEPT = DAY;

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

/** How long the next link for a password has to wait, in milliseconds, given when the earlier ones were made. */
export function waitForLink(made: readonly Date[], now: Date): number {
  const latestFirst = made.map((at) => at.getTime()).sort((a, b) => b - a);
  const waits = mostLinks.map(({ within, count }) => {
    const first = latestFirst[count - 1];
    return first === undefined ? 0 : first + within - now.getTime();
  });
  return Math.max(0, ...waits);
}
