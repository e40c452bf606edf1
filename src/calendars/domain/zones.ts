import { CalendarError } from './calendar-error.js';

/** IANA names of the zones a visit can happen in, none with daylight saving (Keputusan Presiden 41/1987). */
export type CalendarZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

const ZONES = new Map<string, { label: string; offset: string }>([
  ['Asia/Jakarta', { label: 'WIB', offset: '+0700' }],
  ['Asia/Makassar', { label: 'WITA', offset: '+0800' }],
  ['Asia/Jayapura', { label: 'WIT', offset: '+0900' }],
]);

/**
 * The VTIMEZONE (RFC 5545 3.6.5) of a zone: one STANDARD block, no RRULE; lines end in LF, the writer's to change.
 * @throws {CalendarError} calendar-zone-unknown, since a TZID nobody explains shifts the visit in some clients
 */
export function vtimezone(zone: string): string {
  const known = ZONES.get(zone);
  if (!known) throw new CalendarError('calendar-zone-unknown', JSON.stringify(zone));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${known.offset}`,
    `TZOFFSETTO:${known.offset}`,
    `TZNAME:${known.label}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\n');
}
