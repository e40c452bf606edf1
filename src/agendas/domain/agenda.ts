import type { AgendaItem } from './agenda-items.js';

/** A visit's agenda: the sessions that the two units work on, and which publication everybody else sees. */
export interface Agenda {
  visitId: string;
  /** `published` while the sessions worked on are the public ones. */
  state: 'draft' | 'published';
  /** Raised by every change; 0 before the first. */
  version: number;
  /** Number of the last publication; 0 before the first. */
  revision: number;
  /**
   * The publication that is shown; null before the first one, and while the agenda waits for a new one because the
   * visit moved to a time that not all of its sessions fit.
   */
  publicRevision: number | null;
  changedAt: Date | null;
  publishedAt: Date | null;
  items: AgendaItem[];
  /** Sessions of the public revision. */
  publicItems: AgendaItem[];
}

/** The agenda of a visit for which nobody has made one yet. */
export function blankAgenda(visitId: string): Agenda {
  return {
    visitId,
    state: 'draft',
    version: 0,
    revision: 0,
    publicRevision: null,
    changedAt: null,
    publishedAt: null,
    items: [],
    publicItems: [],
  };
}

/** Whether two lists of sessions are the same in every field and in order. */
export function sameItems(a: readonly AgendaItem[], b: readonly AgendaItem[]): boolean {
  const written = (items: readonly AgendaItem[]) =>
    JSON.stringify(
      items.map(({ id, startsAt, endsAt, title, kind, place, persons, note }) => [
        id,
        startsAt.getTime(),
        endsAt.getTime(),
        title,
        kind,
        place,
        persons,
        note,
      ]),
    );
  return written(a) === written(b);
}

const contentOf = ({ id: _, ...item }: { id?: string | undefined }): string =>
  JSON.stringify(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Sessions with ids: those that come without are new, unless all of them say what stands, which then stays. */
export function identified(
  items: readonly (Omit<AgendaItem, 'id'> & { id?: string | undefined })[],
  standing: readonly AgendaItem[],
  newId: () => string,
): AgendaItem[] {
  const isSame =
    items.length === standing.length &&
    items.every((item, at) => {
      const other = standing[at];
      return item.id === undefined && other !== undefined && contentOf(item) === contentOf(other);
    });
  return isSame ? [...standing] : items.map(({ id = newId(), ...item }) => ({ id, ...item }));
}

/** The agenda with other sessions: a draft, unless they are the same. */
export function withItems(agenda: Agenda, items: AgendaItem[], now: Date): Agenda {
  const state = sameItems(agenda.items, items) ? agenda.state : 'draft';
  return { ...agenda, state, version: agenda.version + 1, changedAt: now, items };
}

/** The agenda with its sessions as a new publication. */
export function published(agenda: Agenda, now: Date): Agenda {
  const revision = agenda.revision + 1;
  return {
    ...agenda,
    state: 'published',
    version: agenda.version + 1,
    revision,
    publicRevision: revision,
    changedAt: now,
    publishedAt: now,
    publicItems: agenda.items,
  };
}
