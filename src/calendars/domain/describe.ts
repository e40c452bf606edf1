import { type OwnHours, sameHours, type DayTime } from '../../platform/text/day-hours.js';
import { DateTime } from 'luxon';
import { cleanLine, calendarText } from './clean.js';
import { withoutContacts, withoutNip } from '../../platform/text/private-details.js';
import { fieldWords } from '../../platform/text/field-words.js';
import {
  calendarFields,
  fieldLines,
  lacksLink,
  meetingLinkOf,
  visitFields,
  type CalendarField,
  type VisitDetails,
} from '../../visits/domain/index.js';
import type { Zone } from '../../platform/text/zones.js';

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

/** What DESCRIPTION tells of a visit; title, place and how people meet have properties of their own. */
type DescribedField = Exclude<CalendarField, 'title' | 'mode' | 'place'>;
const describedFields = calendarFields.filter(
  (name): name is DescribedField =>
    visitFields[name].calendar === 'description' || visitFields[name].calendar === 'conference',
);

const contactOfVisit = describedFields.filter((name) => {
  const field = visitFields[name];
  return 'group' in field && field.group === 'contact';
});

/** What a description is made of; an empty text or list is left out. Programs are named as people know them. */
export interface DescribedVisit extends Pick<VisitDetails, DescribedField | 'mode'> {
  reference: string;
  guestUnit: string;
  hostUnit: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  agenda: readonly AgendaSession[];
  /** The trip or series that it is a part of, as a line each. */
  wholes?: readonly string[];
  url: string;
}

/** How times are worded, the zone's label included; the caller has the one way all of Sambang shares. */
export interface TimeWords {
  /** "09.00–12.00 WIB" */
  formatTimeRange(start: Date, end: Date, zone: Zone): string;
  /** "Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB" */
  formatDateTimeRange(time: DayTime, zone: Zone): string;
}

/** Who reads: a participant of the visit, or subscribers of a feed that is not personal. */
export type DescriptionAudience = 'participant' | 'feed';

/**
 * The Indonesian text of a visit's DESCRIPTION: plain lines, blocks set apart by an empty line. For `feed` no phone
 * number, mail address or NIP is in it, not even from inside a free text; a NIP is in neither.
 */
export function describeVisit(
  facts: DescribedVisit,
  audience: DescriptionAudience,
  words: TimeWords,
): string {
  const shown = audience === 'feed' ? withoutContacts : withoutNip;
  const free = [summaryBlock(facts, audience, words), agendaBlock(facts, words)].filter(Boolean);
  return [...free.map(shown), closingBlock(facts)].filter(Boolean).join('\n\n');
}

/** The DESCRIPTION of one session that stands in calendars as an event of its own; the same rules hold. */
export function describeSession(
  session: AgendaSession,
  facts: DescribedVisit & { title: string },
  audience: DescriptionAudience,
  words: TimeWords,
): string {
  const shown = audience === 'feed' ? withoutContacts : withoutNip;
  const told = block([
    line('Waktu', words.formatDateTimeRange(sameHours(session.startsAt, session.endsAt), facts.timeZone)),
    line('Penanggung jawab', session.persons.map(cleanLine).filter(Boolean).join(', ')),
    line('Kunjungan', cleanLine(facts.title)),
    line('Tamu', facts.guestUnit),
    line('Tuan rumah', facts.hostUnit),
    ...describedLines(facts, audience, contactOfVisit),
    ...wholeLines(facts),
  ]);
  return [shown(told), closingBlock(facts)].join('\n\n');
}

/** Where the visit's page is. */
export const pageLine = (url: string): string => line('Selengkapnya', url);

/** The reference and the link are ours and stay whole. */
function closingBlock({ reference, url }: DescribedVisit): string {
  return block([line('Nomor kunjungan', reference), pageLine(url)]);
}

function summaryBlock(facts: DescribedVisit, audience: DescriptionAudience, words: TimeWords): string {
  return block([
    line('Waktu', words.formatDateTimeRange(facts, facts.timeZone)),
    line('Tamu', facts.guestUnit),
    line('Tuan rumah', facts.hostUnit),
    ...describedLines(facts, audience, describedFields),
    ...wholeLines(facts),
  ]);
}

const wholeLines = ({ wholes = [] }: DescribedVisit): string[] =>
  wholes.map((text) => line('Bagian dari', cleanLine(text)));

/** What the visit says, a line for each field or group; feeds tell only what whoever reads the visit may see. */
function describedLines(
  facts: DescribedVisit,
  audience: DescriptionAudience,
  names: readonly DescribedField[],
): string[] {
  const told = names.filter((name) => audience === 'participant' || visitFields[name].seenBy === 'readers');
  return fieldLines(told).map(({ label, names: together }) =>
    line(
      label,
      together
        .map((name) => describedText(facts, name))
        .filter(Boolean)
        .join(', '),
    ),
  );
}

function describedText(facts: DescribedVisit, name: DescribedField): string {
  if (name === 'meetingLink') return lacksLink(facts) ? 'menyusul' : (meetingLinkOf(facts) ?? '');
  const text = fieldWords(visitFields[name], cleanItems(facts[name]));
  return visitFields[name].kind === 'long-text' ? text : cleanLine(text);
}

const cleanItems = (value: string | string[] | null): string | string[] | null =>
  Array.isArray(value) ? value.map(cleanLine).filter(Boolean) : value;

function agendaBlock(facts: DescribedVisit, words: TimeWords): string {
  if (facts.agenda.length === 0) return '';
  return ['Susunan acara:', ...facts.agenda.map((session) => sessionLine(session, facts, words))].join('\n');
}

function sessionLine(session: AgendaSession, facts: DescribedVisit, words: TimeWords): string {
  const { startsAt, endsAt } = session;
  const time = onOneDay(facts)
    ? words.formatTimeRange(startsAt, endsAt, facts.timeZone)
    : words.formatDateTimeRange(sameHours(startsAt, endsAt), facts.timeZone);
  const place = cleanLine(session.place);
  const persons = session.persons.map(cleanLine).filter(Boolean).join(', ');
  return `- ${time}: ${cleanLine(session.title)}${place && ` (${place})`}${persons && ` – ${persons}`}`;
}

function onOneDay({ startsAt, endsAt, timeZone }: DescribedVisit): boolean {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toISODate();
  return day(startsAt) === day(endsAt);
}

function line(label: string, value: string): string {
  const text = calendarText(value);
  return text && `${label}: ${text}`;
}

function block(lines: string[]): string {
  return lines.filter(Boolean).join('\n');
}
