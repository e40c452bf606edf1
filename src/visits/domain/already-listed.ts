import { isSamePerson } from '../../platform/text/same-person.js';
import { isDouble } from './participant.js';

type Entry = Parameters<typeof isDouble>[0];

/** Whether somebody of a list takes part already: by address and name, or, without addresses, where nothing tells them apart. */
export const isListed = (person: Entry, participants: readonly Entry[]): boolean =>
  participants.some((other) => isSamePerson(person, other) || isDouble(person, other));
