import { DateTime } from 'luxon';
import { cleanLine, cleanText } from './clean.js';
import { withoutContacts, withoutNip } from '../../platform/text/private-details.js';
import type { CalendarZone } from './zones.js';

/** One session of the agenda as a description tells it. */
export interface AgendaSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string;
  /** Names of the persons in charge. */
  persons: readonly string[];
}

/** What a description is made of; an empty text or list is left out. */
export interface VisitFacts {
  reference: string;
  guestUnit: string;
  hostUnit: string;
  startsAt: Date;
  endsAt: Date;
  /** The host's zone. */
  timeZone: CalendarZone;
  purpose: string;
  topics: string[];
  programs: string[];
  contact?: { name: string; phone?: string; email?: string };
  agenda: readonly AgendaSession[];
  url: string;
}

/** How times are worded, the zone's label included; the caller has the one way all of Sambang shares. */
export interface TimeWords {
  /** "09.00–12.00 WIB" */
  formatTimeRange(start: Date, end: Date, zone: CalendarZone): string;
  /** "Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB" */
  formatDateTimeRange(start: Date, end: Date, zone: CalendarZone): string;
}

/** Who reads: a participant of the visit, or subscribers of a feed that is not personal. */
export type DescriptionAudience = 'participant' | 'feed';

/**
 * The Indonesian text of a visit's DESCRIPTION: plain lines, blocks set apart by an empty line. For `feed` no phone
 * number, mail address or NIP is in it, not even from inside a free text; a NIP is in neither.
 */
export function describeVisit(facts: VisitFacts, audience: DescriptionAudience, words: TimeWords): string {
  const shown = audience === 'feed' ? withoutContacts : withoutNip;
  const free = [summaryBlock(facts, audience, words), agendaBlock(facts, words)].filter(Boolean);
  return [...free.map(shown), closingBlock(facts)].filter(Boolean).join('\n\n');
}

/** The DESCRIPTION of one session that stands in calendars as an event of its own; the same rules hold. */
export function describeSession(
  session: AgendaSession,
  facts: VisitFacts & { title: string },
  audience: DescriptionAudience,
  words: TimeWords,
): string {
  const shown = audience === 'feed' ? withoutContacts : withoutNip;
  const told = block([
    line('Waktu', words.formatDateTimeRange(session.startsAt, session.endsAt, facts.timeZone)),
    line('Penanggung jawab', session.persons.map(cleanLine).filter(Boolean).join(', ')),
    line('Kunjungan', cleanLine(facts.title)),
    line('Tamu', facts.guestUnit),
    line('Tuan rumah', facts.hostUnit),
    line('Narahubung', contactText(facts.contact, audience)),
  ]);
  return [shown(told), closingBlock(facts)].join('\n\n');
}

/** The reference and the link are ours and stay whole. */
function closingBlock({ reference, url }: VisitFacts): string {
  return block([line('Nomor kunjungan', reference), line('Selengkapnya', url)]);
}

function summaryBlock(facts: VisitFacts, audience: DescriptionAudience, words: TimeWords): string {
  return block([
    line('Waktu', words.formatDateTimeRange(facts.startsAt, facts.endsAt, facts.timeZone)),
    line('Tamu', facts.guestUnit),
    line('Tuan rumah', facts.hostUnit),
    line('Tujuan', facts.purpose),
    line('Topik', facts.topics.map(cleanLine).filter(Boolean).join('; ')),
    line('Program', facts.programs.map(cleanLine).filter(Boolean).join('; ')),
    line('Narahubung', contactText(facts.contact, audience)),
  ]);
}

function contactText(contact: VisitFacts['contact'], audience: DescriptionAudience): string {
  if (!contact) return '';
  const { name, phone = '', email = '' } = contact;
  const parts = audience === 'feed' ? [name] : [name, phone, email];
  return parts.map(cleanLine).filter(Boolean).join(', ');
}

function agendaBlock(facts: VisitFacts, words: TimeWords): string {
  if (facts.agenda.length === 0) return '';
  return ['Susunan acara:', ...facts.agenda.map((session) => sessionLine(session, facts, words))].join('\n');
}

function sessionLine(session: AgendaSession, facts: VisitFacts, words: TimeWords): string {
  const { startsAt, endsAt } = session;
  const time = onOneDay(facts)
    ? words.formatTimeRange(startsAt, endsAt, facts.timeZone)
    : words.formatDateTimeRange(startsAt, endsAt, facts.timeZone);
  const place = cleanLine(session.place);
  const persons = session.persons.map(cleanLine).filter(Boolean).join(', ');
  return `- ${time}: ${cleanLine(session.title)}${place && ` (${place})`}${persons && ` – ${persons}`}`;
}

function onOneDay({ startsAt, endsAt, timeZone }: VisitFacts): boolean {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toISODate();
  return day(startsAt) === day(endsAt);
}

function line(label: string, value: string): string {
  const text = cleanText(value);
  return text && `${label}: ${text}`;
}

function block(lines: string[]): string {
  return lines.filter(Boolean).join('\n');
}
