import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { findIana } from 'windows-iana';
import { isInstantInRange } from '../../platform/text/date-range.js';

/**
 * The instant of a DATE-TIME property: in UTC, in a zone that the object explains, or in one whose name is known. A
 * floating or whole-day one, or one out of range, tells none.
 */
export function instantOf(event: ICAL.Component, name: string): Date | null {
  const property = event.getFirstProperty(name);
  const value = property && valueOf(property);
  if (!property || !(value instanceof ICAL.Time) || value.isDate) return null;
  const tzid = property.getFirstParameter('tzid');
  const date = value.zone.tzid === 'floating' ? inNamedZone(value, tzid) : value.toJSDate();
  return date && isInstantInRange(date) ? date : null;
}

/** The end of an event: DTEND, else DTSTART and DURATION (RFC 5545 section 3.6.1). */
export function endOf(event: ICAL.Component, startsAt: Date | null): Date | null {
  const endsAt = instantOf(event, 'dtend');
  const property = event.getFirstProperty('duration');
  const duration = property && valueOf(property);
  if (endsAt || !startsAt || !(duration instanceof ICAL.Duration)) return endsAt;
  const date = new Date(startsAt.getTime() + duration.toSeconds() * 1000);
  return isInstantInRange(date) ? date : null;
}

/** The value of a property; null for one that cannot be. */
function valueOf(property: ICAL.Property): unknown {
  try {
    return property.getFirstValue();
  } catch {
    return null;
  }
}

function inNamedZone({ year, month, day, hour, minute, second }: ICAL.Time, tzid: unknown): Date | null {
  const zone = typeof tzid === 'string' ? zoneNamed(tzid) : null;
  if (zone === null) return null;
  const local = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
  return local.isValid ? local.toJSDate() : null;
}

/**
 * A zone by the name that a calendar program gives it: of the IANA database, also behind a prefix as in
 * `/mozilla.org/20050126_1/Asia/Jakarta`; of Windows; or what it is off UTC, as in `(UTC+07:00) Jakarta`.
 */
export function zoneNamed(tzid: string): string | null {
  const name = tzid.trim().slice(0, 200);
  const tail = /(?:^|\/)([A-Za-z_]+\/[\w+-]+(?:\/[\w+-]+)?)$/.exec(name)?.[1] ?? name;
  if (IANAZone.isValidZone(tail)) return tail;
  const [ofWindows] = findIana(name);
  if (ofWindows !== undefined) return ofWindows;
  const [, sign, hours, minutes = '00'] = /(?:UTC|GMT) ?([+-])(\d{1,2}):?(\d{2})?/i.exec(name) ?? [];
  return sign === undefined ? null : `UTC${sign}${hours}:${minutes}`;
}
