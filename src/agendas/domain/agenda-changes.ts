import type { AgendaItem } from './agenda-items.js';

/** What a participant is told about; a session's kind and its note are the organisers' own. */
export type AgendaField = 'time' | 'title' | 'place' | 'persons';

/** An item in both lists that differs, with the fields that do. */
export interface ChangedItem {
  before: AgendaItem;
  after: AgendaItem;
  fields: AgendaField[];
}

/** The difference between two agendas; each item that differs is in exactly one list. */
export interface AgendaChanges {
  added: AgendaItem[];
  removed: AgendaItem[];
  /** Time changed and nothing else. */
  moved: ChangedItem[];
  /** Anything but the time alone changed. */
  changed: ChangedItem[];
  any: boolean;
}

/** The same persons, whatever their order. */
function samePersons(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [a.toSorted(), b.toSorted()];
  return first.length === second.length && first.every((person, index) => person === second[index]);
}

const same: Record<AgendaField, (a: AgendaItem, b: AgendaItem) => boolean> = {
  time: (a, b) => a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime(),
  title: (a, b) => a.title === b.title,
  place: (a, b) => a.place === b.place,
  persons: (a, b) => samePersons(a.persons, b.persons),
};

const fields = Object.keys(same) as AgendaField[];

const byStart = (items: readonly AgendaItem[]) =>
  items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());

/**
 * What changed from the agenda last published (empty when none was) to the next one, by the items' ids, each list by
 * start. Places and titles are compared as written; the order of items and of persons does not count.
 */
export function agendaChanges(published: readonly AgendaItem[], next: readonly AgendaItem[]): AgendaChanges {
  const before = new Map(published.map((item) => [item.id, item]));
  const kept = new Set(next.map(({ id }) => id));
  const different = byStart(next).flatMap((after): ChangedItem[] => {
    const old = before.get(after.id);
    const differing = old ? fields.filter((field) => !same[field](old, after)) : [];
    return old && differing.length > 0 ? [{ before: old, after, fields: differing }] : [];
  });
  const isMove = (item: ChangedItem) => item.fields.length === 1 && item.fields[0] === 'time';
  const added = byStart(next.filter(({ id }) => !before.has(id)));
  const removed = byStart(published.filter(({ id }) => !kept.has(id)));
  return {
    added,
    removed,
    moved: different.filter(isMove),
    changed: different.filter((item) => !isMove(item)),
    any: added.length + removed.length + different.length > 0,
  };
}
