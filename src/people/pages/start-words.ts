import { dayNumber } from '../../platform/text/calendar-dates.js';
import { localDate, toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** How Indonesians greet at this hour of a zone's clock. */
export function greeting(now: Date, zone: Zone): string {
  const hour = Number(toOffsetIso(now, zone).slice(11, 13));
  if (hour >= 3 && hour < 11) return 'Selamat pagi';
  if (hour >= 11 && hour < 15) return 'Selamat siang';
  return hour >= 15 && hour < 18 ? 'Selamat sore' : 'Selamat malam';
}

/** When something is due, in days of a zone's calendar: `hari ini`, `besok`, `3 hari lagi`, `terlambat 2 hari`. */
export function dueWords(dueAt: Date, now: Date, zone: Zone): string {
  const days = dayNumber(localDate(dueAt, zone)) - dayNumber(localDate(now, zone));
  if (days < 0) return `terlambat ${-days} hari`;
  if (days === 0) return dueAt < now ? 'lewat waktunya' : 'hari ini';
  return days === 1 ? 'besok' : `${days} hari lagi`;
}
