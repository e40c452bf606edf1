import type { CalendarVisit } from './calendar-visit.js';
import { cleanLine, cleanText, cleanUrl, escapeText } from './clean.js';
import { eventData, newCalendar, REFRESH_SECONDS, written } from './icalendar.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import { vtimezone, type CalendarZone } from './zones.js';

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
  timeZone: CalendarZone;
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
  const zone = vtimezone(options.timeZone); // also refuses an unknown zone
  // Cleaned first: a control character must not hide a number that shows once it is dropped.
  const shown = (text: string) => (options.personal ? text : withoutContacts(cleanText(text)));
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
  for (const visit of visits) calendar.createEvent(feedEvent(visit, shown));
  return written(calendar, zone);
}

function feedEvent(visit: CalendarVisit, shown: (text: string) => string) {
  const texts = {
    title: shown(visit.title),
    description: shown(visit.description),
    place: shown(visit.place),
  };
  return eventData({ ...visit, ...texts }, visit.changedAt);
}
