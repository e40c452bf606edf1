import { type OwnHours, sameHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange, formatTimeRange, localDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import { personalActions, type PersonalLink } from '../../visits/domain/index.js';
import type { AgendaChanges, ChangedItem } from './agenda-changes.js';
import type { AgendaItem } from './agenda-items.js';

/** What a mail says of the visit whose agenda it is. */
export interface MailedVisit {
  title: string;
  reference: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  /** The visit's page. */
  url: string;
  /** The own pages of those who have the address and no account. */
  pages: readonly PersonalLink[];
}

/** A mail's subject and body, in Indonesian. */
export interface AgendaLetter extends LetterBody {
  subject: string;
}

/** The mail to somebody who knows nothing of the agenda yet: all of it, by start. */
export function agendaLetter(visit: MailedVisit, name: string, items: readonly AgendaItem[]): AgendaLetter {
  const subject = `Susunan acara: ${visit.title}`;
  const sessions = items
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map((item) => session(item, visit));
  const blocks: LetterBlock[] = [
    { text: `Berikut susunan acara kunjungan ${visit.guestUnitName} ke ${visit.hostUnitName}.` },
    facts(visit),
    { heading: 'Sesi', list: sessions },
    { action: 'Lihat kunjungan', href: visit.url },
    ...personalActions(visit.pages),
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

/** The mail to somebody who knows an earlier publication: only what changed since. */
export function agendaChangesLetter(visit: MailedVisit, name: string, changes: AgendaChanges): AgendaLetter {
  const subject = `Perubahan susunan acara: ${visit.title}`;
  const blocks: LetterBlock[] = [
    {
      text:
        `Susunan acara kunjungan ${visit.guestUnitName} ke ${visit.hostUnitName} berubah. ` +
        'Sesi yang tidak disebut di bawah ini tetap seperti semula.',
    },
    facts(visit),
    { heading: 'Sesi yang waktunya berubah', list: changes.moved.map((item) => changed(item, visit)) },
    { heading: 'Sesi yang isinya berubah', list: changes.changed.map((item) => changed(item, visit)) },
    { heading: 'Sesi baru', list: changes.added.map((item) => session(item, visit)) },
    { heading: 'Sesi yang ditiadakan', list: changes.removed.map((item) => headline(item, visit)) },
    { action: 'Lihat susunan acara lengkap', href: visit.url },
    ...personalActions(visit.pages, 'Lihat susunan acara lengkap'),
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}

const facts = (visit: MailedVisit): LetterBlock => ({
  facts: [
    ['Kunjungan', `${visit.title} (${visit.reference})`],
    ['Waktu', formatDateTimeRange(visit, visit.timeZone)],
    ['Tempat', visit.place],
  ],
});

/** Times of the visit's only day need no date. */
function range({ startsAt, endsAt }: AgendaItem, visit: MailedVisit): string {
  const zone = visit.timeZone;
  const days = new Set([visit.startsAt, visit.endsAt, startsAt, endsAt].map((time) => localDate(time, zone)));
  return days.size === 1
    ? formatTimeRange(startsAt, endsAt, zone)
    : formatDateTimeRange(sameHours(startsAt, endsAt), zone);
}

const headline = (item: AgendaItem, visit: MailedVisit): string => `${range(item, visit)}: ${item.title}`;

const ifAny = (name: string, value: string): string[] => (value === '' ? [] : [`${name}: ${value}`]);

const inLines = (first: string, more: readonly string[]): string => [first, ...more].join('\n  ');

function session(item: AgendaItem, visit: MailedVisit): string {
  return inLines(headline(item, visit), [
    ...ifAny('Tempat', item.place),
    ...ifAny('Penanggung jawab', item.persons.join(', ')),
  ]);
}

/** The session as it is now, and before what differs. */
function changed({ before, after, fields }: ChangedItem, visit: MailedVisit): string {
  const place = ({ place }: AgendaItem) => place || visit.place || 'tempat utama';
  const persons = ({ persons }: AgendaItem) => persons.join(', ') || 'belum ditentukan';
  const lines = {
    time: () => `Semula: ${range(before, visit)}`,
    title: () => `Judul semula: ${before.title}`,
    place: () => `Tempat: ${place(after)} (semula ${place(before)})`,
    persons: () => `Penanggung jawab: ${persons(after)} (semula ${persons(before)})`,
  };
  return inLines(
    headline(after, visit),
    fields.map((field) => lines[field]()),
  );
}
