import type { AgendaItem } from './agenda-items.js';

/** Somebody who is in charge of two sessions at one time; `index` and `otherIndex` are places in the list. */
export interface PersonClash {
  person: string;
  index: number;
  otherIndex: number;
}

type Led = Pick<AgendaItem, 'startsAt' | 'endsAt' | 'persons'>;

const namesOf = ({ persons }: Led): Map<string, string> =>
  new Map(persons.map((name) => [name.trim().toLowerCase(), name.trim()]));

/** Persons in charge of sessions that overlap, each named at the later one of two in the list. */
export function personClashes(items: readonly Led[]): PersonClash[] {
  return items.flatMap((item, index) =>
    items.slice(0, index).flatMap((other, otherIndex) => {
      if (item.startsAt >= other.endsAt || other.startsAt >= item.endsAt) return [];
      const others = namesOf(other);
      return [...namesOf(item)]
        .filter(([key]) => others.has(key))
        .map(([, person]) => ({ person, index, otherIndex }));
    }),
  );
}
