import { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod } from 'ical-generator';
import { CalendarError } from './calendar-error.js';
import type { CalendarAttendee, CalendarPerson, CalendarVisit } from './calendar-visit.js';
import { checkedAddress, cleanName, calendarText } from './clean.js';
import { conferenceLine, eventsData, newCalendar, written } from './icalendar.js';
import { vtimezone } from './zones.js';

const ROLES = {
  leader: ICalAttendeeRole.CHAIR,
  member: ICalAttendeeRole.REQ,
  speaker: ICalAttendeeRole.REQ,
  'minute-taker': ICalAttendeeRole.REQ,
  observer: ICalAttendeeRole.OPT,
} as const satisfies Record<CalendarAttendee['role'], ICalAttendeeRole>;

const ANSWERS = {
  'needs-action': ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
} as const satisfies Record<CalendarAttendee['answer'], ICalAttendeeStatus>;

/**
 * The iTIP REQUEST (RFC 5546 3.2.2) that invites one person or tells them what changed. Nobody else is named in it.
 * `organizer` is the address that reads the answers; `stampedAt` the instant of this message (DTSTAMP).
 * The MIME part that carries it says `method=REQUEST`.
 * @throws {CalendarError} when the visit is cancelled, or UID, zone, times, sequence or an address are unfit
 */
export function invitation(
  visit: CalendarVisit,
  organizer: CalendarPerson,
  attendee: CalendarAttendee,
  stampedAt: Date,
): string {
  if (visit.state === 'cancelled') throw new CalendarError('calendar-visit-cancelled', visit.uid);
  return message(ICalCalendarMethod.REQUEST, visit, { organizer, attendee, stampedAt });
}

/**
 * The iTIP CANCEL (RFC 5546 3.2.5) for one person: the visit is off, and its sequence already raised; or that person
 * alone is no longer in it, and the sequence of that person's copy is raised. `comment` tells why. The MIME part that
 * carries it says `method=CANCEL`.
 * @param ends the visit for everybody (STATUS:CANCELLED), or the attendee's part in it alone (no STATUS)
 * @throws {CalendarError} when UID, zone, times, sequence or an address are unfit
 */
export function cancellation(
  visit: CalendarVisit,
  organizer: CalendarPerson,
  attendee: CalendarAttendee,
  stampedAt: Date,
  comment = '',
  ends: 'visit' | 'attendance' = 'visit',
): string {
  const cancelled: CalendarVisit = { ...visit, state: 'cancelled' };
  return message(ICalCalendarMethod.CANCEL, cancelled, { organizer, attendee, stampedAt, comment, ends });
}

interface Envelope {
  organizer: CalendarPerson;
  attendee: CalendarAttendee;
  stampedAt: Date;
  comment?: string;
  ends?: 'visit' | 'attendance';
}

function message(method: ICalCalendarMethod, visit: CalendarVisit, envelope: Envelope): string {
  const { organizer, attendee, stampedAt, ends } = envelope;
  const comment = calendarText(envelope.comment ?? '');
  const calendar = newCalendar({ method });
  for (const data of eventsData(visit, stampedAt)) {
    const event = calendar.createEvent({
      ...data,
      ...(ends === 'attendance' && { status: null }),
      organizer: person(organizer),
      x: [...conferenceLine(visit), ...(comment ? [['COMMENT', comment] as [string, string]] : [])],
    });
    event.createAttendee({
      ...person(attendee),
      role: ROLES[attendee.role],
      type: ICalAttendeeType.INDIVIDUAL,
      status: ANSWERS[attendee.answer],
      // An answer is asked for only while there is none, and never to a cancel.
      rsvp: method === ICalCalendarMethod.REQUEST && attendee.answer === 'needs-action' ? true : null,
    });
  }
  return written(calendar, vtimezone(visit.timeZone));
}

function person({ name, email }: CalendarPerson): CalendarPerson {
  const address = checkedAddress(email);
  return { name: cleanName(name) || email, email: address };
}
