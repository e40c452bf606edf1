import { countdownWords as wordsOf } from '../../platform/text/time-left.js';
import { zones, type Zone } from '../../platform/text/zones.js';

/**
 * How far off a visit is, in words: by local days, on the day itself by hours and minutes. Empty once it is over.
 *
 * @param zone the host's
 */
export const countdownOf = (startsAt: Date, endsAt: Date, now: Date, zone: Zone): string =>
  wordsOf(startsAt.getTime(), endsAt.getTime(), now.getTime(), zones[zone].offsetMinutes);
