import { formatDateTimeRange, formatTimeRange } from '../../platform/text/dates.js';
import type { CalendarVisit } from './calendar-visit.js';
import { describeVisit, type AgendaSession, type DescriptionAudience } from './describe.js';
import type { CalendarZone } from './zones.js';

/** A stored visit with what its units and programs are called. */
export interface CalendarSource {
  id: string;
  reference: string;
  state: string;
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

/** How calendars and mails call a visit: `Studi tiru: Ketahanan pangan (Bapas Purwokerto ke Rutan Banjarnegara)`. */
export function calendarTitle({ kind, title, guestUnitName, hostUnitName }: CalendarSource): string {
  return `${kinds[kind] ?? kinds['study-visit']}: ${title} (${guestUnitName} ke ${hostUnitName})`;
}

/** Where the visit takes place: its place, else the host, each with the host's address. */
export function calendarPlace({ place, hostUnitName, hostAddress }: CalendarSource): string {
  const where = place.trim() || hostUnitName;
  return [where, where.includes(hostUnitName) ? '' : hostUnitName, hostAddress ?? '']
    .filter(Boolean)
    .join(', ');
}

function calendarState(state: string): CalendarVisit['state'] {
  if (state === 'cancelled' || state === 'not-held') return 'cancelled';
  return ['confirmed', 'held', 'closed'].includes(state) ? 'confirmed' : 'tentative';
}

/** The visit as a calendar object has it; `pageUrl` is the visit's own page. */
export function visitObject(
  source: CalendarSource,
  agenda: readonly AgendaSession[],
  audience: DescriptionAudience,
  pageUrl: string,
): CalendarVisit {
  const { latitude, longitude, contactPhone: phone, contactEmail: email } = source;
  const contact = { name: source.contactName, ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
  return {
    uid: source.id,
    sequence: source.sequence,
    state: calendarState(source.state),
    startsAt: source.startsAt,
    endsAt: source.endsAt,
    timeZone: source.timeZone,
    title: calendarTitle(source),
    description: describeVisit(
      {
        ...source,
        guestUnit: source.guestUnitName,
        hostUnit: source.hostUnitName,
        contact,
        agenda,
        url: pageUrl,
      },
      audience,
      words,
    ),
    place: calendarPlace(source),
    url: pageUrl,
    ...(latitude !== null && longitude !== null ? { coordinates: { latitude, longitude } } : {}),
    createdAt: source.createdAt,
    changedAt: source.changedAt,
  };
}
