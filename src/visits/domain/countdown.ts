import { zones, type Zone } from '../../platform/text/zones.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How far off a visit is, in words: by local days, on the day itself by hours and minutes. Empty once it is over.
 *
 * @param zone the host's
 */
export function countdownWords(startsAt: Date, endsAt: Date, now: Date, zone: Zone): string {
  if (now >= endsAt) return '';
  if (now >= startsAt) return 'sedang berlangsung';
  const dayOf = (at: Date): number => Math.floor((at.getTime() + zones[zone].offsetMinutes * MINUTE) / DAY);
  const days = dayOf(startsAt) - dayOf(now);
  if (days === 1) return 'besok';
  if (days > 1) return `${days} hari lagi`;
  const minutes = Math.ceil((startsAt.getTime() - now.getTime()) / MINUTE);
  if (minutes < 60) return `${minutes} menit lagi`;
  return `hari ini, ${Math.floor(minutes / 60)} jam lagi`;
}
