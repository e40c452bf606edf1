const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How far off something is, as the server says it on the page (`visits/domain/countdown.ts`); a test holds the two
 * together. Instants are in milliseconds since 1970, the offset in minutes east of UTC.
 */
export function countdownWords(startsAt: number, endsAt: number, now: number, offsetMinutes: number): string {
  if (now >= endsAt) return '';
  if (now >= startsAt) return 'sedang berlangsung';
  const dayOf = (at: number): number => Math.floor((at + offsetMinutes * MINUTE) / DAY);
  const days = dayOf(startsAt) - dayOf(now);
  if (days === 1) return 'besok';
  if (days > 1) return `${days} hari lagi`;
  const minutes = Math.ceil((startsAt - now) / MINUTE);
  if (minutes < 60) return `${minutes} menit lagi`;
  return `hari ini, ${Math.floor(minutes / 60)} jam lagi`;
}
