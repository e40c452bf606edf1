import type { CalendarZone } from './zones.js';

/** A person as a calendar names one. */
export interface CalendarPerson {
  name: string;
  email: string;
}

/** A participant of a visit with the answer given so far. */
export interface CalendarAttendee extends CalendarPerson {
  role: 'leader' | 'member' | 'speaker' | 'minute-taker' | 'observer';
  answer: 'needs-action' | 'accepted' | 'tentative' | 'declined';
}

/** A visit as calendars see it. Times are instants; iCalendar keeps whole seconds of them. */
export interface CalendarVisit {
  /** One for the visit's whole life, best a bare UUID. */
  uid: string;
  /** The stored counter: one more when the time or the place changes and on cancel. */
  sequence: number;
  state: 'tentative' | 'confirmed' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: CalendarZone;
  title: string;
  /** Ready text, see `describeVisit`. */
  description: string;
  place: string;
  /** The visit's page; anything but http(s) is left out. */
  url: string;
  /** Degrees, WGS 84. */
  coordinates?: { latitude: number; longitude: number };
  /** Minutes before the start at which this person's calendar reminds; none unless told. */
  alarmMinutes?: readonly number[];
  createdAt: Date;
  /** The last change of anything calendars show: LAST-MODIFIED, and DTSTAMP in feeds. */
  changedAt: Date;
}
