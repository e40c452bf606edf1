import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parsePeople } from './parse-people.js';

interface Case {
  what: string;
  pasted: string;
  /** People with what is told of them. */
  people: Record<string, string>[];
  /** What is asked, with its line. */
  asked: string[];
}
const file = new URL('../../../../test/cases/pastes.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

describe('A list as it comes from elsewhere gives the right values, or a question', () => {
  test.each(cases)('$what', ({ pasted, people, asked }) => {
    const read = parsePeople(pasted);
    const told = read.people.map(({ line: _, ...person }) =>
      Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null)),
    );
    expect(told).toEqual(people);
    expect([...read.faults, ...read.notes].map(({ line, message }) => `${line}: ${message}`)).toEqual(asked);
  });
});
