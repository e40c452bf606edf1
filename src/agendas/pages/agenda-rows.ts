import type { SentForm } from '../../platform/pages/forms.js';
import { isDateInRange, isInstantInRange } from '../../platform/text/date-range.js';
import { localDate, toOffsetIso } from '../../platform/text/dates.js';
import type { Reading } from '../../platform/text/typed-calendar.js';
import { readClock } from '../../platform/text/typed-clock.js';
import { zoneLabel, type Zone } from '../../platform/text/zones.js';
import { instantAt } from '../../platform/text/instant-at.js';
import type { AgendaItem } from '../domain/agenda-items.js';
import type { SessionTime } from '../domain/shift-along.js';

const LENGTH = /^\d{1,4}$/;
const MOST_ROWS = 101;

/** A row of the editor: what its fields show, and the time they mean. */
export interface AgendaRow {
  /** Of the session it changes; empty for a new one. */
  id: string;
  day: string;
  from: string;
  minutes: string;
  title: string;
  kind: string;
  place: string;
  /** One name a line. */
  persons: string;
  note: string;
  /** Whether somebody unfolded what most sessions do without. */
  isOpen: boolean;
  /** Null while the fields do not say one. */
  time: SessionTime | null;
  /** When it was before somebody typed; null for a new one. */
  before: SessionTime | null;
}

/** The row with its fields at a time that it has. */
export function rowAt(row: AgendaRow, time: SessionTime | null, zone: Zone): AgendaRow {
  if (!time) return row;
  const { startsAt, endsAt } = time;
  return {
    ...row,
    time,
    before: time,
    day: localDate(startsAt, zone),
    from: toOffsetIso(startsAt, zone).slice(11, 16),
    minutes: String((endsAt.getTime() - startsAt.getTime()) / 60_000),
  };
}

/** Sessions as rows, by start. */
export function rowsOf(items: readonly AgendaItem[], zone: Zone): AgendaRow[] {
  return items
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ startsAt, endsAt, persons, ...texts }) => {
      const fields = { ...texts, persons: persons.join('\n'), day: '', from: '', minutes: '' };
      return rowAt({ ...fields, isOpen: false, time: null, before: null }, { startsAt, endsAt }, zone);
    });
}

/** A name sent once comes as a text, several times as a list. */
function listOf(sent: SentForm | undefined, name: string): string[] {
  const value = sent?.[name];
  const all: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.slice(0, MOST_ROWS).map((each) => (typeof each === 'string' ? each : ''));
}

/** What a row of the editor sends. */
export const rowFields = [
  'id',
  'was',
  'day',
  'from',
  'minutes',
  'title',
  'kind',
  'place',
  'persons',
  'speaker',
  'note',
  'open',
] as const;

/** Rows as they were typed: every field of a row is sent, so the lists belong together by place. */
export function sentRows(sent: SentForm | undefined, zone: Zone): AgendaRow[] {
  const lists = Object.fromEntries(rowFields.map((name) => [name, listOf(sent, name)]));
  return (lists['title'] ?? []).map((_, index) => {
    const field = (name: (typeof rowFields)[number]): string => lists[name]?.[index] ?? '';
    const row = { id: field('id'), day: field('day'), from: field('from'), minutes: field('minutes').trim() };
    return {
      ...row,
      title: field('title'),
      kind: field('kind'),
      place: field('place'),
      persons: [field('persons').trim(), field('speaker').trim()].filter(Boolean).join('\n'),
      note: field('note'),
      isOpen: field('open') !== '',
      time: timeOf(row, zone),
      before: timeBefore(field('was')),
    };
  });
}

/** What a row's start means as a clock time, or why it cannot be read. */
export const readStart = ({ from }: Pick<AgendaRow, 'from'>, zone: Zone): Reading =>
  readClock(from, { zone: zoneLabel(zone) });

/** The time that a row's fields say, in the host's zone. */
function timeOf(
  { day, from, minutes }: Pick<AgendaRow, 'day' | 'from' | 'minutes'>,
  zone: Zone,
): SessionTime | null {
  const clock = readStart({ from }, zone).value;
  if (!isDateInRange(day) || clock === null || !LENGTH.test(minutes)) return null;
  const startsAt = instantAt(day, clock, zone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + Number(minutes) * 60_000) };
}

/** How a row tells when it was: two instants. */
export const writtenTime = (time: SessionTime | null): string =>
  time ? `${time.startsAt.toISOString()}/${time.endsAt.toISOString()}` : '';

function timeBefore(written: string): SessionTime | null {
  const [startsAt, endsAt] = written.split('/').map((instant) => new Date(instant));
  if (!startsAt || !endsAt || !(startsAt < endsAt)) return null;
  if (!isInstantInRange(startsAt) || !isInstantInRange(endsAt)) return null;
  return { startsAt, endsAt };
}

export const personNamesOf = ({ persons }: Pick<AgendaRow, 'persons'>): string[] =>
  persons
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

/** A row as the API's body has a session. */
export function sessionItemOf(row: AgendaRow, zone: Zone): SentForm {
  const { id, time, title, kind, place, note } = row;
  return {
    ...(id && { id }),
    startsAt: time ? toOffsetIso(time.startsAt, zone) : readableStart(row, zone),
    endsAt: time ? toOffsetIso(time.endsAt, zone) : LENGTH.test(row.minutes) ? '2000-01-01T00:00:00Z' : '',
    title,
    kind,
    place,
    persons: personNamesOf(row),
    note,
  };
}

/** So that a fault stands beside the field that cannot be read, and not beside the other one. */
const readableStart = (row: AgendaRow, zone: Zone): string => {
  const time = timeOf({ ...row, minutes: '0' }, zone);
  return time ? toOffsetIso(time.startsAt, zone) : '';
};
