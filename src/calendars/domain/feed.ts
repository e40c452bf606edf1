import type { CalendarVisit } from './calendar-visit.js';
import { cleanLine, calendarText, cleanUrl, escapeText } from './clean.js';
import { CRLF, eventsData, newCalendar, REFRESH_SECONDS, written } from './icalendar.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import type { Zone } from '../../platform/text/zones.js';
import { vtimezone } from './zones.js';

/** Colours by their CSS name (RFC 7986 5.9 COLOR) with the value that Apple's own property wants. */
const FEED_COLORS = {
  teal: '#008080',
  steelblue: '#4682B4',
  darkorange: '#FF8C00',
  seagreen: '#2E8B57',
  mediumpurple: '#9370DB',
  crimson: '#DC143C',
} as const;

export type FeedColor = keyof typeof FEED_COLORS;

export interface FeedOptions {
  name: string;
  description?: string;
  color?: FeedColor;
  /** The zone a reader may show the feed in; each visit keeps its own. */
  timeZone: Zone;
  /** A page about the feed; never the feed's own secret address. */
  url?: string;
  /** A feed for one person keeps phones and mail addresses in the visits' texts; any other loses them. */
  personal?: boolean;
}

/**
 * The visits as a calendar to subscribe to, in the order given: same input, same bytes. No METHOD, since it is no
 * scheduling message (RFC 5545 3.7.2; PUBLISH would ask for an ORGANIZER, RFC 5546 3.2.1), no ORGANIZER and no
 * ATTENDEE. DTSTAMP is the visit's last change.
 * @throws {CalendarError} when a UID, zone, time or sequence is unfit
 */
export function feed(options: FeedOptions, visits: readonly CalendarVisit[]): string {
  const events = visits.filter(isSound).map((visit) => eventOf(visit, options.personal === true));
  return feedOf(options, events).toString();
}

/** An event of a feed as it is written there, with what its place among others goes by. */
export interface FeedEvent extends Pick<CalendarVisit, 'uid' | 'startsAt' | 'timeZone'> {
  /** Its VEVENTs, each line after a line break, in UTF-8: what is copied into a feed need not be encoded again. */
  bytes: Buffer;
}

/** A row with times beyond what a calendar can hold takes no other from its readers. */
export const isSound = ({ startsAt, endsAt }: CalendarVisit): boolean => startsAt < endsAt;

/** Cleaned first: a control character must not hide a number that shows once it is dropped. */
const shownIn =
  (isPersonal: boolean) =>
  (text: string): string =>
    isPersonal ? text : withoutContacts(calendarText(text));

/** @throws {CalendarError} when a UID, zone, time or sequence is unfit */
export function eventOf(visit: CalendarVisit, isPersonal: boolean): FeedEvent {
  const { uid, startsAt, timeZone } = visit;
  const calendar = newCalendar({});
  for (const event of feedEvents(visit, shownIn(isPersonal))) calendar.createEvent(event);
  const whole = written(calendar, '');
  const [begin, end] = ['BEGIN:VEVENT', 'END:VEVENT'];
  const text = whole.slice(whole.indexOf(begin), whole.lastIndexOf(end) + end.length);
  return { uid, startsAt, timeZone, bytes: Buffer.from(CRLF + text) };
}

/** Stands for the components of a calendar while its properties are written; no text can hold it. */
const COMPONENTS = '\u0000';

/** The calendar of events that are written already, in the order given, in UTF-8: the bytes of `feed` of their visits. */
export function feedOf(options: FeedOptions, events: readonly FeedEvent[]): Buffer {
  const zone = vtimezone(options.timeZone); // also refuses an unknown zone
  const shown = shownIn(options.personal === true);
  const calendar = newCalendar({
    name: escapeText(cleanLine(shown(options.name))),
    description: escapeText(cleanLine(shown(options.description ?? ''))) || null,
    url: cleanUrl(options.url ?? ''),
    ttl: REFRESH_SECONDS,
    color: options.color ? FEED_COLORS[options.color] : null,
    // The list form takes any name; the value is written as TEXT.
    x: [
      ['X-WR-TIMEZONE', options.timeZone],
      ...(options.color ? [['COLOR', options.color] as [string, string]] : []),
    ],
  });
  const zones = [...new Set(events.map(({ timeZone }) => timeZone))].map(vtimezone);
  const components = [...(events.length > 0 ? zones : [zone])].map((text) => text.replaceAll('\n', CRLF));
  const [before = '', after = ''] = written(calendar, COMPONENTS).split(COMPONENTS);
  return Buffer.concat([
    Buffer.from(before + components.join(CRLF)),
    ...events.map(({ bytes }) => bytes),
    Buffer.from(after),
  ]);
}

function feedEvents(visit: CalendarVisit, shown: (text: string) => string) {
  const texts = {
    title: shown(visit.title),
    description: shown(visit.description),
    place: shown(visit.place),
  };
  return eventsData({ ...visit, ...texts }, visit.changedAt);
}
