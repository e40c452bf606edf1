import { formatDate } from '../../platform/text/dates.js';
import { distanceText } from '../../platform/text/distance.js';
import type { Zone } from '../../platform/text/zones.js';
import type { HostEvidence } from './host-worth.js';

/** `4,6`: one digit behind the comma, none where it is whole. */
const decimal = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',');

/** `4,6 dari 5 oleh 12 tamu`. */
export const ratingText = ({ average, count }: { average: number; count: number }): string =>
  `${decimal(average)} dari 5 oleh ${count} tamu`;

/** Why a host is worth a visit, in words; what there is nothing to say of is left out. */
export function reasonsOf(host: HostEvidence, topic: string, zone: Zone): string[] {
  const about = topic === '' ? '' : ` tentang ${topic}`;
  const { notes, replications, uses, hosted, rating, distance, nextFree } = host;
  return [
    notes > 0 && `${notes} praktik baik${about}`,
    replications > 0 && `direplikasi ${replications} UPT`,
    uses > 0 && `dipakai ${uses} UPT`,
    hosted > 0 && `menerima ${hosted} kunjungan${about}`,
    rating !== null && `dinilai ${ratingText(rating)}`,
    distance !== null && distanceText(distance),
    nextFree !== null && `luang ${formatDate(nextFree, zone)}`,
  ].filter((reason) => reason !== false);
}
