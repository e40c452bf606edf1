import { formatDateTimeRange, formatTimeRange } from '../../platform/text/dates.js';
import type { VisitState } from '../../visits/domain/index.js';
import type { CalendarVisit } from './calendar-visit.js';
import {
  describeSession,
  describeVisit,
  type AgendaSession,
  type DescriptionAudience,
  type VisitFacts,
} from './describe.js';
import { shownState } from './feed-content.js';
import type { CalendarZone } from './zones.js';

/** A stored visit with what its units and programs are called. */
export interface CalendarSource {
  id: string;
  reference: string;
  state: VisitState;
  sequence: number;
  kind: string;
  title: string;
  purpose: string;
  topics: string[];
  programs: string[];
  guestUnitName: string;
  hostUnitName: string;
  /** The host's zone. */
  timeZone: CalendarZone;
  place: string;
  hostAddress: string | null;
  latitude: number | null;
  longitude: number | null;
  startsAt: Date;
  endsAt: Date;
  contactName: string;
  contactPhone: string | null;
  contactEmail: string | null;
  createdAt: Date;
  changedAt: Date;
}

const kinds: Readonly<Record<string, string>> = {
  'study-visit': 'Studi tiru',
  'working-visit': 'Kunjungan kerja',
  coordination: 'Koordinasi',
};

const words = { formatTimeRange, formatDateTimeRange };

const kindOf = ({ kind }: CalendarSource): string => kinds[kind] ?? 'Studi tiru';

/** How calendars and mails call a visit: `Studi tiru: Ketahanan pangan (Bapas Purwokerto ke Rutan Banjarnegara)`. */
export function calendarTitle(source: CalendarSource): string {
  const { title, guestUnitName, hostUnitName } = source;
  return `${kindOf(source)}: ${title} (${guestUnitName} ke ${hostUnitName})`;
}

/** Where the visit takes place: its place, else the host, each with the host's address. */
export function calendarPlace({ place, hostUnitName, hostAddress }: CalendarSource): string {
  const where = place.trim() || hostUnitName;
  return [where, where.includes(hostUnitName) ? '' : hostUnitName, hostAddress ?? '']
    .filter(Boolean)
    .join(', ');
}

/** The visit as a calendar object has it; `pageUrl` is the visit's own page. */
export function visitObject(
  source: CalendarSource,
  agenda: readonly AgendaSession[],
  audience: DescriptionAudience,
  pageUrl: string,
): CalendarVisit {
  const { latitude, longitude } = source;
  return {
    uid: source.id,
    sequence: source.sequence,
    state: shownState(source.state),
    startsAt: source.startsAt,
    endsAt: source.endsAt,
    timeZone: source.timeZone,
    title: calendarTitle(source),
    description: describeVisit(factsOf(source, agenda, pageUrl), audience, words),
    place: calendarPlace(source),
    url: pageUrl,
    ...(latitude !== null && longitude !== null ? { coordinates: { latitude, longitude } } : {}),
    createdAt: source.createdAt,
    changedAt: source.changedAt,
  };
}

/** One session as an event of its own: its id is the UID, all else that a visit has is the visit's. */
export function sessionObject(
  session: AgendaSession,
  source: CalendarSource,
  audience: DescriptionAudience,
  pageUrl: string,
): CalendarVisit {
  const facts = { ...factsOf(source, [], pageUrl), title: calendarTitle(source) };
  return {
    ...visitObject(source, [], audience, pageUrl),
    uid: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: `${session.title} – ${kindOf(source)}: ${source.title}`,
    description: describeSession(session, facts, audience, words),
    place: calendarPlace({ ...source, place: session.place.trim() || source.place }),
  };
}

function factsOf(source: CalendarSource, agenda: readonly AgendaSession[], pageUrl: string): VisitFacts {
  const { contactPhone: phone, contactEmail: email } = source;
  return {
    ...source,
    guestUnit: source.guestUnitName,
    hostUnit: source.hostUnitName,
    contact: { name: source.contactName, ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    agenda,
    url: pageUrl,
  };
}
