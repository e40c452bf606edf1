import { formatCalendarDate, formatTimeRange, localDate } from '../../platform/text/dates.js';
import { nameList } from '../../platform/text/name-list.js';
import { BLANK, type PaperBlock } from '../../platform/text/paper.js';
import { placeOf, signatureOf, visitFacts } from './paper-parts.js';
import type { PaperFacts, PaperSession, PaperVisit } from './paper-facts.js';

const columns = [
  { title: 'Waktu', share: 19 },
  { title: 'Kegiatan', share: 35 },
  { title: 'Tempat', share: 20 },
  { title: 'Penanggung jawab/narasumber', share: 26 },
];

/** Susunan acara: a table a day, in the host's zone. */
export function agendaBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  return [
    { kind: 'title', text: 'SUSUNAN ACARA', number: letter.number || null },
    { kind: 'facts', lines: visitFacts(visit) },
    ...dayTables(visit),
    signatureOf(letter),
  ];
}

function dayTables(visit: PaperVisit): PaperBlock[] {
  if (visit.sessions.length === 0) {
    return [{ kind: 'table', columns, rows: [[BLANK, BLANK, BLANK, BLANK]] }];
  }
  const days = new Map<string, PaperSession[]>();
  for (const session of visit.sessions) {
    const day = localDate(session.startsAt, visit.zone);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days].flatMap(([day, sessions]): PaperBlock[] => [
    ...(days.size > 1 ? [{ kind: 'heading', text: formatCalendarDate(day) } as const] : []),
    { kind: 'table', columns, rows: sessions.map((session) => rowOf(visit, session)) },
  ]);
}

const rowOf = (visit: PaperVisit, { startsAt, endsAt, title, place, persons }: PaperSession): string[] => [
  formatTimeRange(startsAt, endsAt, visit.zone),
  title,
  place || placeOf(visit),
  nameList(persons) || '-',
];
