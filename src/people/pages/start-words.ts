import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** How Indonesians greet at this hour of a zone's clock. */
export function greeting(now: Date, zone: Zone): string {
  const hour = Number(toOffsetIso(now, zone).slice(11, 13));
  if (hour >= 3 && hour < 11) return 'Selamat pagi';
  if (hour >= 11 && hour < 15) return 'Selamat siang';
  return hour >= 15 && hour < 18 ? 'Selamat sore' : 'Selamat malam';
}
