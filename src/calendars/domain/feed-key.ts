import { localDate } from '../../platform/text/dates.js';
import { instantAt } from '../../platform/text/instant-at.js';
import { isZone, type Zone } from '../../platform/text/zones.js';

/** What a feed was written from: from the same, the same bytes come. */
export interface FeedGround {
  /** Of all that it is made of. */
  revision: string;
  /** In which its days begin. */
  zone: Zone;
  now: Date;
  /** The database whose revision it is; one that was restored is another. */
  database: string;
  /** What wrote it, and the address that its links begin with. */
  program: string;
}

/** The ground as it is stored beside what was written. */
export const heldAs = ({ revision, zone, now, database, program }: FeedGround): string =>
  [database, revision, zone, localDate(now, zone), program].join(' ');

/** The zone in what `heldAs` gave; null where there is none. */
export function heldZone(held: string | null): Zone | null {
  const zone = held?.split(' ')[2];
  return isZone(zone) ? zone : null;
}

/** From which instant on a feed's window counts: it moves once a day, so that a day's bytes stay. */
export const startOfDay = (now: Date, zone: Zone): Date => instantAt(localDate(now, zone), '00:00', zone);
