import type { AgendaItem } from './agenda-items.js';

const key = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Whether a session names somebody among those in charge. */
const names = ({ persons }: Pick<AgendaItem, 'persons'>, name: string): boolean =>
  persons.some((person) => key(person) === key(name));

/** The sessions with one person in another's place; who is named beside the other already is named once. */
export const withSuccessor = (items: readonly AgendaItem[], from: string, to: string): AgendaItem[] =>
  items.map((item) => {
    if (!names(item, from)) return item;
    const persons = item.persons.map((person) => (key(person) === key(from) ? to : person));
    return {
      ...item,
      persons: persons.filter((person, at) => persons.findIndex((one) => key(one) === key(person)) === at),
    };
  });
