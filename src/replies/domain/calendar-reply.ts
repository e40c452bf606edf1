import { isOneAddress } from '../../platform/text/emails.js';
import ICAL from 'ical.js';
import { isInstantInRange } from '../../platform/text/date-range.js';

/** An attendee as a calendar application sent it back; addresses in lower case without `mailto:`. */
export interface RepliedAttendee {
  email: string;
  /** PARTSTAT in upper case; NEEDS-ACTION when left out (RFC 5545 section 3.2.12). */
  status: string;
  delegatedTo: string | null;
  delegatedFrom: string | null;
}

/** What a scheduling message says of one event (RFC 5546 section 3.2). */
export interface CalendarReply {
  /** METHOD in upper case. */
  method: string;
  uid: string;
  /** Null when left out. */
  sequence: number | null;
  /** DTSTAMP, an instant; null when left out. */
  stampedAt: Date | null;
  /** Address in lower case; null when left out. */
  organizer: string | null;
  attendees: RepliedAttendee[];
  comment: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** More than any calendar application sends; a longer object is not read. */
const LONGEST = 512 * 1024;

/**
 * Reads a `text/calendar` part with whatever a calendar application put around the answer: no ORGANIZER, a whole
 * event, several attendees.
 *
 * @returns null for what is no calendar object with a method and one event
 */
export function readCalendarReply(text: string): CalendarReply | null {
  if (text.length > LONGEST) return null;
  try {
    const calendar = new ICAL.Component(ICAL.parse(text.trim()) as unknown[]);
    const event = calendar.getFirstSubcomponent('vevent');
    const method = calendar.getFirstPropertyValue('method');
    const uid = event?.getFirstPropertyValue('uid');
    if (calendar.name !== 'vcalendar' || !event || typeof method !== 'string' || typeof uid !== 'string') {
      return null;
    }
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? Number.NaN);
    return {
      method: method.trim().toUpperCase(),
      uid: uid.trim().toLowerCase(),
      sequence: Number.isInteger(sequence) ? sequence : null,
      stampedAt: instant(event, 'dtstamp'),
      organizer: address(event.getFirstPropertyValue('organizer')),
      attendees: event.getAllProperties('attendee').flatMap(attendee),
      comment: textOf(event, 'comment'),
      startsAt: instant(event, 'dtstart'),
      endsAt: instant(event, 'dtend'),
    };
  } catch {
    return null; // ical.js throws errors of several kinds at malformed lines
  }
}

function attendee(property: ICAL.Property): RepliedAttendee[] {
  const email = address(property.getFirstValue());
  if (email === null) return [];
  const status = property.getFirstParameter('partstat');
  return [
    {
      email,
      status: (status || 'NEEDS-ACTION').toUpperCase(),
      delegatedTo: address(property.getFirstParameter('delegated-to')),
      delegatedFrom: address(property.getFirstParameter('delegated-from')),
    },
  ];
}

function address(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const bare = value
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return isOneAddress(bare) ? bare : null;
}

function textOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim().slice(0, 500) : '';
}

/** A UTC time, or one in a zone that the object explains; a floating or whole-day one, or one out of range, tells no instant. */
function instant(event: ICAL.Component, name: string): Date | null {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time) || value.isDate || value.zone.tzid === 'floating') return null;
  const date = value.toJSDate();
  return isInstantInRange(date) ? date : null;
}
