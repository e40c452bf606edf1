/**
 * The three time zones of Indonesia: IANA name, label shown to readers, minutes east of UTC.
 * None has daylight saving time, so the offset is a constant (true for every instant since 1964).
 */
export const zones = {
  'Asia/Jakarta': { label: 'WIB', offsetMinutes: 7 * 60 },
  'Asia/Makassar': { label: 'WITA', offsetMinutes: 8 * 60 },
  'Asia/Jayapura': { label: 'WIT', offsetMinutes: 9 * 60 },
} as const;

/** IANA name of an Indonesian time zone. */
export type Zone = keyof typeof zones;
export const zoneNames = Object.keys(zones) as Zone[];

/** The zone of whoever belongs to no unit and no regional office: administrators, and what the system does by itself. */
export const NATIONAL_ZONE: Zone = 'Asia/Jakarta';

/** The label readers know: WIB, WITA or WIT. */
export function zoneLabel(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  return zones[zone].label;
}

/** Whether a value from outside names one of the three zones. */
export function isZone(value: unknown): value is Zone {
  return typeof value === 'string' && Object.hasOwn(zones, value);
}
