import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** Whether the first day of a visit has come, at the host: not before it can be said who was there. */
export const hasDayCome = ({ startsAt, timeZone }: { startsAt: Date; timeZone: Zone }, now: Date): boolean =>
  localDate(now, timeZone) >= localDate(startsAt, timeZone);
