/**
 * How far off something is, in words: the one place of these words, on the server and, loaded as it is, in the browser.
 * Instants are in milliseconds since 1970, offsets in minutes east of UTC.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVENING = 18 * 60 * MINUTE;

/** Local days from one instant to another; negative for one of an earlier day. */
const daysFrom = (now: number, at: number, offset: number): number =>
  Math.floor((at + offset * MINUTE) / DAY) - Math.floor((now + offset * MINUTE) / DAY);

/** Words for a later day: `besok`, `8 hari lagi`. */
export const daysAheadWords = (days: number): string => (days === 1 ? 'besok' : `${days} hari lagi`);

/** Words for a deadline on another day, or for one at the end of this day. */
export function daysLeftWords(days: number): string {
  if (days < 0) return `terlambat ${-days} hari`;
  return days === 0 ? 'malam ini' : daysAheadWords(days);
}

/**
 * How far off a deadline is by local days: `8 hari lagi`, `besok`; on its day `malam ini` where it ends from 18.00 on,
 * else `hari ini`, then `lewat waktunya`; afterwards `terlambat 2 hari`.
 *
 * @param last the last instant that is in time
 */
export function deadlineWords(last: number, now: number, offset: number): string {
  const days = daysFrom(now, last, offset);
  if (days !== 0) return daysLeftWords(days);
  if (last < now) return 'lewat waktunya';
  return (last + offset * MINUTE) % DAY >= EVENING ? daysLeftWords(0) : 'hari ini';
}

/** How far off a visit is: by local days, on the day itself by hours and minutes. Empty once it is over. */
export function countdownWords(startsAt: number, endsAt: number, now: number, offset: number): string {
  if (now >= endsAt) return '';
  if (now >= startsAt) return 'sedang berlangsung';
  const days = daysFrom(now, startsAt, offset);
  if (days > 0) return daysAheadWords(days);
  const minutes = Math.ceil((startsAt - now) / MINUTE);
  return minutes < 60 ? `${minutes} menit lagi` : `hari ini, ${Math.floor(minutes / 60)} jam lagi`;
}
