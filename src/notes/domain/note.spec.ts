import { expect, test } from '@jest/globals';
import type { Role } from '../../platform/security/actor.js';
import {
  mayReadNote,
  mayWrite,
  missingTexts,
  noteStates,
  noteVisibilities,
  type NoteActor,
  type NoteState,
  type NoteVisibility,
} from './note.js';

const whole = { title: 'a', context: 'b', whatWasDone: 'c', result: 'd', howToCopy: 'e' };

test('every empty text is named at once', () => {
  expect(missingTexts(whole)).toEqual([]);
  expect(missingTexts({ ...whole, title: ' ', result: '' }).map(({ field }) => field)).toEqual([
    'title',
    'result',
  ]);
});

const roles = ['officer', 'unit-head', 'regional', 'administrator'] as const;

test.each<[Role, string | null, boolean]>([
  ['officer', 'rutan-a', true],
  ['unit-head', 'rutan-a', true],
  ['officer', 'rutan-b', false],
  ['regional', null, false],
  ['administrator', null, false],
])('%s of %s writes notes of rutan-a: %s', (role, unit, expected) => {
  expect(mayWrite('rutan-a', { role, unit, regionalOffice: 'jawa-tengah' })).toBe(expected);
});

/** Who reads a note of rutan-a in jawa-tengah: own people, its Kanwil, its neighbours, others and their Kanwil. */
const readers = {
  own: { role: 'officer', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  ownHead: { role: 'unit-head', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  kanwil: { role: 'regional', unit: null, regionalOffice: 'jawa-tengah' },
  neighbour: { role: 'unit-head', unit: 'rutan-b', regionalOffice: 'jawa-tengah' },
  far: { role: 'officer', unit: 'rutan-c', regionalOffice: 'bali' },
  farKanwil: { role: 'regional', unit: null, regionalOffice: 'bali' },
  administrator: { role: 'administrator', unit: null, regionalOffice: null },
} satisfies Record<string, NoteActor>;
const everybody = Object.keys(readers);
const inside = ['own', 'ownHead', 'kanwil'];

const expected: Record<NoteState, Record<NoteVisibility, string[]>> = {
  draft: { unit: ['own', 'ownHead'], region: ['own', 'ownHead'], nation: ['own', 'ownHead'] },
  proposed: { unit: inside, region: inside, nation: inside },
  published: { unit: inside, region: [...inside, 'neighbour'], nation: everybody },
  archived: { unit: inside, region: inside, nation: inside },
};

test.each(noteStates.flatMap((state) => noteVisibilities.map((visibility) => ({ state, visibility }))))(
  'who reads a $state note for the $visibility',
  ({ state, visibility }) => {
    const note = { state, visibility, unit: 'rutan-a', regionalOffice: 'jawa-tengah' };
    const reading = Object.entries(readers).filter(([, reader]) => mayReadNote(note, reader));
    expect(reading.map(([name]) => name)).toEqual(expected[state][visibility]);
    expect(new Set(Object.values(readers).map(({ role }) => role))).toEqual(new Set(roles));
  },
);
