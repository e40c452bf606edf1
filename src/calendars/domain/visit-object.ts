import { localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { formatDateTimeRange, formatTimeRange } from '../../platform/text/dates.js';
import {
  isOnSite,
  meetingLinkOf,
  whereWords,
  type CalendarField,
  type VisitDetails,
  type VisitKind,
  type VisitState,
} from '../../visits/domain/index.js';
import type { CalendarVisit } from './calendar-visit.js';
import {
  describeSession,
  describeVisit,
  pageLine,
  type AgendaSession,
  type DescriptionAudience,
  type DescribedVisit,
} from './describe.js';
import { shownState } from './feed-content.js';
import { dayHours, type OwnHours } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** A stored visit with what its units are called; its programs are told by their names. */
export interface CalendarSource extends Pick<VisitDetails, CalendarField> {
  id: string;
  reference: string;
  state: VisitState;
  sequence: number;
  kind: VisitKind;
  /** Names of all guests, the leading one first. */
  guestUnitName: string;
  hostUnitName: string;
  /** The host's zone. */
  timeZone: Zone;
  /** Street and postcode. */
  hostAddress: string | null;
  /** Where the host is, only where somebody confirmed it, since programs lead people there. */
  latitude: number | null;
  longitude: number | null;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  createdAt: Date;
  changedAt: Date;
  /** What it is a part of, as a line each. */
  wholes?: readonly string[];
}

const DAY_MS = 86_400_000;

const kinds: Readonly<Record<VisitKind, string>> = {
  'study-visit': 'Studi tiru',
  'working-visit': 'Kunjungan kerja',
  coordination: 'Koordinasi',
};

const words = { formatTimeRange, formatDateTimeRange };

const kindOf = ({ kind }: CalendarSource): string => kinds[kind];

/** A title with the visit's kind before it, unless it begins with that itself. */
function withKind(source: CalendarSource): string {
  const kind = kindOf(source);
  const { title } = source;
  return title.toLowerCase().startsWith(kind.toLowerCase()) ? title : `${kind}: ${title}`;
}

/** How calendars and mails call a visit: `Studi tiru: Ketahanan pangan (Bapas Purwokerto ke Rutan Banjarnegara)`. */
export function calendarTitle(source: CalendarSource): string {
  return `${withKind(source)} (${source.guestUnitName} ke ${source.hostUnitName})`;
}

/**
 * Where the visit takes place: its place, else the host, each with the host's address; where people take part by video that
 * it is online, with the link of the meeting for whoever may know it.
 */
export const calendarPlace = (source: CalendarSource, audience: DescriptionAudience): string =>
  whereWords(knownTo(source, audience), placeAtHost(source));

function placeAtHost({ place, hostUnitName, hostAddress }: CalendarSource): string {
  const where = place.trim() || hostUnitName;
  return [where, where.includes(hostUnitName) ? '' : hostUnitName, hostAddress ?? '']
    .filter(Boolean)
    .join(', ');
}

/** The visit without what only those see who take part. */
const knownTo = (source: CalendarSource, audience: DescriptionAudience): CalendarSource =>
  audience === 'participant' ? source : { ...source, meetingLink: null };

/** The visit as a calendar object has it; `pageUrl` is the visit's own page. */
export function visitObject(
  source: CalendarSource,
  agenda: readonly AgendaSession[],
  audience: DescriptionAudience,
  pageUrl: string,
): CalendarVisit {
  const { latitude, longitude } = source;
  const [day = source] = dayHours(source, source.timeZone);
  const conference = meetingLinkOf(knownTo(source, audience));
  return {
    uid: source.id,
    sequence: source.sequence,
    state: shownState(source.state),
    startsAt: day.startsAt,
    endsAt: day.endsAt,
    ...daysOf(source),
    timeZone: source.timeZone,
    title: calendarTitle(source),
    description: describeVisit(factsOf(source, agenda, pageUrl), audience, words),
    place: calendarPlace(source, audience),
    ...(conference !== null ? { conference } : {}),
    url: pageUrl,
    ...(isOnSite(source) && latitude !== null && longitude !== null
      ? { coordinates: { latitude, longitude } }
      : {}),
    createdAt: source.createdAt,
    changedAt: source.changedAt,
  };
}

/** The days of one that has several, and those with other hours than the first. */
function daysOf(source: CalendarSource): Pick<CalendarVisit, 'days' | 'otherDays'> {
  const hours = dayHours(source, source.timeZone);
  const [first] = hours;
  if (!first || hours.length === 1) return {};
  if (source.ownHours === null) return { days: hours.length };
  const dayOf = (at: Date): number => localDayAndMinute(at, source.timeZone).day;
  const byDay = new Map(hours.map((each) => [dayOf(each.startsAt) - dayOf(first.startsAt), each]));
  const days = Math.max(...byDay.keys()) + 1;
  const otherDays = Array.from({ length: days }, (_, after) => ({ after, hours: byDay.get(after) ?? null }));
  return {
    days,
    otherDays: otherDays.filter(
      ({ after, hours: each }) =>
        !each ||
        each.startsAt.getTime() !== first.startsAt.getTime() + after * DAY_MS ||
        each.endsAt.getTime() !== first.endsAt.getTime() + after * DAY_MS,
    ),
  };
}

/** The object for who has no account: its link and the last line of its text would lead to a page that needs one. */
export const withoutPage = (visit: CalendarVisit): CalendarVisit => ({
  ...visit,
  url: '',
  description: visit.description.replace(`\n${pageLine(visit.url)}`, ''),
});

/** One session as an event of its own: its id is the UID, all else that a visit has is the visit's. */
export function sessionObject(
  session: AgendaSession,
  source: CalendarSource,
  audience: DescriptionAudience,
  pageUrl: string,
): CalendarVisit {
  const facts = { ...factsOf(source, [], pageUrl), title: calendarTitle(source) };
  const { days: _, otherDays: __, ...whole } = visitObject(source, [], audience, pageUrl);
  return {
    ...whole,
    uid: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: `${session.title} – ${withKind(source)}`,
    description: describeSession(session, facts, audience, words),
    place: calendarPlace({ ...source, place: session.place.trim() || source.place }, audience),
  };
}

function factsOf(source: CalendarSource, agenda: readonly AgendaSession[], pageUrl: string): DescribedVisit {
  return {
    ...source,
    guestUnit: source.guestUnitName,
    hostUnit: source.hostUnitName,
    agenda,
    url: pageUrl,
  };
}
