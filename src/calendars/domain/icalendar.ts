import { DateTime } from 'luxon';
import ical, {
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalAlarmData,
  type ICalCalendar,
  type ICalCalendarData,
  type ICalEventData,
  type ICalLocation,
} from 'ical-generator';
import { CalendarError } from './calendar-error.js';
import type { CalendarVisit } from './calendar-visit.js';
import { checkedUid, cleanLine, calendarText, cleanUrl } from './clean.js';
import type { Zone } from '../../platform/text/zones.js';
import { vtimezone } from './zones.js';

/** How often a reader should ask again: ical-generator takes seconds and writes PT1H. */
export const REFRESH_SECONDS = 3600;

export const CRLF = '\r\n';

// A tentative visit takes the time like a confirmed one; a cancelled one frees it.
const STATES = {
  tentative: {
    status: ICalEventStatus.TENTATIVE,
    busystatus: ICalEventBusyStatus.TENTATIVE,
    transparency: ICalEventTransparency.OPAQUE,
  },
  confirmed: {
    status: ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.BUSY,
    transparency: ICalEventTransparency.OPAQUE,
  },
  cancelled: {
    status: ICalEventStatus.CANCELLED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
  },
} as const;

/**
 * An empty calendar object of Sambang. The calendar itself gets no time zone: with one, ical-generator writes
 * DTSTAMP, CREATED and LAST-MODIFIED in local time, where RFC 5545 3.8.7 wants UTC.
 */
export function newCalendar(data: ICalCalendarData): ICalCalendar {
  return ical({
    ...data,
    prodId: { company: 'Sambang', product: 'Kunjungan Studi', language: 'ID' },
    timezone: { name: null, generator: vtimezone },
  });
}

const DAY_MS = 86_400_000;

/**
 * The VEVENTs of a visit without its people: one, which repeats over its days, and one more for each day with other hours (RFC
 * 5545 section 3.8.4.4). Times in the host's zone (TZID), stamps in UTC.
 * @throws {CalendarError} when UID, zone, sequence or times are unfit
 */
export function eventsData(visit: CalendarVisit, stampedAt: Date): ICalEventData[] {
  const { otherDays = [], startsAt, timeZone } = visit;
  const others = otherDays.flatMap(({ after, hours }): ICalEventData[] => {
    if (!hours) return [];
    const { days: _, otherDays: __, ...day } = visit;
    const usual = inZone(new Date(startsAt.getTime() + after * DAY_MS), timeZone);
    return [{ ...eventData({ ...day, ...hours }, stampedAt), recurrenceId: usual }];
  });
  return [eventData(visit, stampedAt), ...others];
}

/** Days in a row, but for those on which nobody meets. */
function repeating({
  days = 1,
  otherDays = [],
  startsAt,
  timeZone,
}: CalendarVisit): ICalEventData['repeating'] {
  if (days === 1) return null;
  const exclude = otherDays
    .filter(({ hours }) => hours === null)
    .map(({ after }) => inZone(new Date(startsAt.getTime() + after * DAY_MS), timeZone));
  return {
    freq: ICalEventRepeatingFreq.DAILY,
    count: days,
    ...(exclude.length > 0 && { exclude, excludeTimezone: timeZone }),
  };
}

function eventData(visit: CalendarVisit, stampedAt: Date): ICalEventData {
  const { uid, sequence, startsAt, endsAt, timeZone } = visit;
  if (!(startsAt.getTime() < endsAt.getTime())) {
    throw new CalendarError('calendar-time-invalid', `${uid} does not end after its start`);
  }
  if (!Number.isInteger(sequence) || sequence < 0) {
    throw new CalendarError('calendar-sequence-invalid', `${uid} has SEQUENCE ${sequence}`);
  }
  return {
    id: checkedUid(uid),
    sequence,
    stamp: inZone(stampedAt, 'utc'),
    start: inZone(startsAt, timeZone),
    end: inZone(endsAt, timeZone),
    timezone: timeZone,
    // One event that repeats: one UID, so one answer for all days, and nights that stay free.
    repeating: repeating(visit),
    summary: cleanLine(visit.title),
    description: calendarText(visit.description) || null,
    location: location(visit),
    url: cleanUrl(visit.url),
    class: ICalEventClass.PUBLIC,
    created: inZone(visit.createdAt, 'utc'),
    lastModified: inZone(visit.changedAt, 'utc'),
    x: conferenceLine(visit),
    ...(visit.state === 'cancelled' ? {} : { alarms: alarms(visit) }),
    ...STATES[visit.state],
  };
}

/**
 * The property that leads into the meeting (RFC 7986 section 5.11), whose parameters `written` puts in: what is
 * cancelled leads nowhere.
 */
export function conferenceLine({ state, conference = '' }: CalendarVisit): [string, string][] {
  const link = state === 'cancelled' ? null : cleanUrl(conference);
  return link?.startsWith('https://') ? [['CONFERENCE', link]] : [];
}

const CONFERENCE = 'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Rapat daring:';

/** A line of ASCII in parts of 75 octets, the blank that begins each further one among them (RFC 5545 section 3.1). */
const folded = (line: string): string => line.match(/^.{1,75}|.{1,74}/gu)?.join(`${CRLF} `) ?? '';

/** ical-generator writes no parameters. */
const withParameters = (line: string): string =>
  line.startsWith('CONFERENCE:')
    ? folded(CONFERENCE + line.replaceAll(`${CRLF} `, '').slice('CONFERENCE:'.length))
    : line;

/** One VALARM each (RFC 5545 section 3.6.6), as the text the event's title has. */
function alarms({ alarmMinutes = [], title }: CalendarVisit): ICalAlarmData[] {
  return alarmMinutes.map((minutes) => ({
    type: ICalAlarmType.display,
    description: cleanLine(title),
    triggerBefore: minutes * 60,
  }));
}

// A Luxon value, since ical-generator writes the hours of a Date in the zone of the machine.
function inZone(at: Date, zone: Zone | 'utc'): DateTime {
  if (Number.isNaN(at.getTime())) throw new CalendarError('calendar-time-invalid', 'not a date');
  return DateTime.fromJSDate(at, { zone });
}

function location({ place, coordinates }: CalendarVisit): ICalLocation | null {
  const title = cleanLine(place);
  const geo = coordinates && { lat: degrees(coordinates.latitude), lon: degrees(coordinates.longitude) };
  if (title) return geo ? { title, geo } : { title };
  return geo ? { geo } : null;
}

// Six decimals, about 0.1 m. Never 0, for which ical-generator leaves GEO out: the equator crosses Indonesia.
function degrees(value: number): number {
  return Number(value.toFixed(6)) || 0.000001;
}

/**
 * The bytes of a calendar object: what ical-generator writes, mended in five points.
 * 1. Properties of the calendar stand before its components (RFC 5545 3.6); ical-generator puts some after them.
 * 2. A calendar without any component, which RFC 5545 does not know, gets `otherwise` (lines ending in LF).
 * 3. The last line ends in CRLF too.
 * 4. Alarms stand after the properties of their event, some of which ical-generator puts behind them.
 * 5. CONFERENCE has its parameters.
 */
export function written(calendar: ICalCalendar, otherwise: string): string {
  const lines = calendar.toString().split(/\r\n(?! )/u); // each with its folds inside
  const properties: string[] = [];
  const components: string[] = [];
  let depth = 0;
  for (const line of lines.slice(1, -1)) {
    if (line.startsWith('BEGIN:')) depth += 1;
    (depth > 0 ? components : properties).push(withParameters(line));
    if (line.startsWith('END:')) depth -= 1;
  }
  const body = components.length > 0 ? alarmsLast(components) : otherwise.split('\n');
  return ['BEGIN:VCALENDAR', ...properties, ...body, 'END:VCALENDAR', ''].join(CRLF);
}

function alarmsLast(lines: readonly string[]): string[] {
  const ordered: string[] = [];
  let alarms: string[] = [];
  let isAlarm = false;
  for (const line of lines) {
    if (line === 'BEGIN:VALARM') isAlarm = true;
    if (line === 'END:VEVENT') {
      ordered.push(...alarms);
      alarms = [];
    }
    (isAlarm ? alarms : ordered).push(line);
    if (line === 'END:VALARM') isAlarm = false;
  }
  return ordered;
}
