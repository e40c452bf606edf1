import { isZone, zones } from '../../platform/text/zones.js';
import { CalendarError } from './calendar-error.js';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** UTC-OFFSET (RFC 5545 3.3.14) of a zone east of UTC. */
const utcOffset = (minutes: number): string =>
  `+${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;

/**
 * The VTIMEZONE (RFC 5545 3.6.5) of a zone: one STANDARD block, no RRULE; lines end in LF, the writer's to change.
 * @throws {CalendarError} calendar-zone-unknown, since a TZID nobody explains shifts the visit in some clients
 */
export function vtimezone(zone: string): string {
  if (!isZone(zone)) throw new CalendarError('calendar-zone-unknown', JSON.stringify(zone));
  const { label, offsetMinutes } = zones[zone];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${utcOffset(offsetMinutes)}`,
    `TZOFFSETTO:${utcOffset(offsetMinutes)}`,
    `TZNAME:${label}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\n');
}
