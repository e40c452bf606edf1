import type { Stretch } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** A person as a calendar names one. */
export interface CalendarPerson {
  name: string;
  email: string;
}

/** A participant of a visit with the answer given so far. */
export interface CalendarAttendee extends CalendarPerson {
  role: 'leader' | 'member' | 'speaker' | 'minute-taker' | 'observer';
  answer: 'needs-action' | 'accepted' | 'tentative' | 'declined';
  /** Whether the person's account is suspended. */
  isSuspended?: boolean;
  /** Whether it is the address of an account, whose pages need one. */
  hasAccount?: boolean;
  /** Who they are, one or all who share the address; left out where nobody is asked. */
  people?: readonly Attending[];
}

/** A participant behind an attendee. */
export interface Attending {
  participantId: string;
  name: string;
}

/** A day of several that has other hours than the first. */
interface OtherDay {
  /** How many days after the first. */
  after: number;
  /** Null where nobody meets. */
  hours: Stretch | null;
}

/** A visit as calendars see it. Times are instants; iCalendar keeps whole seconds of them. */
export interface CalendarVisit {
  /** One for the visit's whole life, best a bare UUID. */
  uid: string;
  /** The stored counter: one more when the time or the place changes and on cancel. */
  sequence: number;
  state: 'tentative' | 'confirmed' | 'cancelled';
  /** Of its first day, where it has several. */
  startsAt: Date;
  endsAt: Date;
  /** How many days in a row it has, each with these hours unless `otherDays` says otherwise; one unless told. */
  days?: number;
  /** Days with other hours. */
  otherDays?: readonly OtherDay[];
  /** The host's zone. */
  timeZone: Zone;
  title: string;
  /** Ready text, see `describeVisit`. */
  description: string;
  place: string;
  /** Where people take part by video, an https address; left out where nobody does, and for readers who may not know it. */
  conference?: string;
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
