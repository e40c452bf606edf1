import ICAL from 'ical.js';
import { cleanBeginning } from '../../platform/text/clean-text.js';
import { comparableEmail, isOneAddress } from '../../platform/text/emails.js';
import { endOf, instantOf } from './calendar-time.js';

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
  /** Of the last day, where the event has the same hours on several. */
  endsAt: Date | null;
  /** The day of several that it is about alone (RECURRENCE-ID); null for all of them. */
  occurrence: Date | null;
}

/** More than any calendar application sends; a longer object is not read. */
const LONGEST = 512 * 1024;
const MOST_EVENTS = 20;
const MOST_ATTENDEES = 500;
/** A day that cannot be read. */
const NO_DAY = new Date(0);
/** More than a visit lasts. */
const MOST_DAYS = 31;
const LONGEST_COMMENT = 500;

/**
 * Reads a `text/calendar` part with whatever a calendar application put around the answer: no ORGANIZER, a whole
 * event, several attendees, other events before it, lines that are none.
 *
 * @param partMethod `method` of the part's Content-Type, for an object without METHOD
 * @returns nothing for what is no calendar object with a method and an event
 */
export function readCalendarReplies(text: string, partMethod?: string): CalendarReply[] {
  if (text.length > LONGEST) return [];
  try {
    const calendar = parsed(text);
    const method = calendar?.getFirstPropertyValue('method') ?? partMethod;
    if (calendar?.name !== 'vcalendar' || typeof method !== 'string') return [];
    const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS);
    const replies = events.flatMap((event) => readEvent(event, method.trim().toUpperCase()));
    return replies.filter((reply) => !repeatsWhole(reply, replies));
  } catch {
    return []; // ical.js throws errors of several kinds at malformed values
  }
}

/** Whether what is said of one day is what the message says of all days anyway, or nothing. */
function repeatsWhole(
  { uid, occurrence, attendees }: CalendarReply,
  replies: readonly CalendarReply[],
): boolean {
  const whole = replies.find((reply) => reply.uid === uid && reply.occurrence === null);
  if (occurrence === null || !whole) return false;
  return attendees.every(({ email, status }) => {
    const said = whole.attendees.find((each) => each.email === email)?.status;
    return status === 'NEEDS-ACTION' || status === said;
  });
}

/** The object; where it cannot be read, that of its lines that can. */
function parsed(text: string): ICAL.Component | null {
  const begin = text.search(/^BEGIN:VCALENDAR/im);
  if (begin < 0) return null;
  const object = text.slice(begin).trim();
  try {
    return new ICAL.Component(ICAL.parse(object) as unknown[]);
  } catch {
    const lines = object.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
    return new ICAL.Component(ICAL.parse(lines.filter(isLine).join('\r\n')) as unknown[]);
  }
}

function isLine(line: string): boolean {
  if (/^(?:BEGIN|END):[\w-]+$/i.test(line)) return true;
  try {
    return /^[\w-]+[;:]/.test(line) && ICAL.parse.property(line).length > 0;
  } catch {
    return false;
  }
}

function readEvent(event: ICAL.Component, method: string): CalendarReply[] {
  const uid = event.getFirstPropertyValue('uid');
  if (typeof uid !== 'string') return [];
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? Number.NaN);
  const startsAt = instantOf(event, 'dtstart');
  return [
    {
      method,
      uid: uid.trim().toLowerCase(),
      sequence: Number.isInteger(sequence) ? sequence : null,
      stampedAt: instantOf(event, 'dtstamp'),
      organizer: address(event.getFirstPropertyValue('organizer')),
      attendees: event.getAllProperties('attendee').slice(0, MOST_ATTENDEES).flatMap(attendee),
      comment: commentOf(event),
      startsAt,
      endsAt: lastEnd(event, endOf(event, startsAt)),
      occurrence: event.hasProperty('recurrence-id')
        ? (instantOf(event, 'recurrence-id') ?? startsAt ?? NO_DAY)
        : null,
    },
  ];
}

/** The end on the last of the days that the event is repeated on, one after the other. */
function lastEnd(event: ICAL.Component, end: Date | null): Date | null {
  const rule = event.getFirstPropertyValue('rrule');
  const days = rule instanceof ICAL.Recur && rule.freq === 'DAILY' && rule.interval === 1 ? rule.count : null;
  if (end === null || !days || days > MOST_DAYS) return end;
  return new Date(end.getTime() + (days - 1) * 86_400_000);
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
  const bare = comparableEmail(decoded(value.trim().replace(/^mailto:/i, '')));
  return isOneAddress(bare) ? bare : null;
}

/** The letters beyond ASCII that a `mailto:` URI percent-encodes (RFC 6068 section 2); of anything else nothing. */
const decoded = (path: string): string =>
  path.replace(/(?:%[89a-f][\da-f])+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/** What was written beside the answer: COMMENT may stand there several times (RFC 5545 section 3.8.1.4). */
function commentOf(event: ICAL.Component): string {
  const said = event.getAllProperties('comment').map((property) => property.getFirstValue());
  const texts = said.flatMap((value) => (typeof value === 'string' && value.trim() ? [value.trim()] : []));
  return cleanBeginning(texts.slice(0, 10).join('\n'), LONGEST_COMMENT);
}
