import { expect, test } from '@jest/globals';
import {
  mayClearPicture,
  mayReadRevisions,
  mayRemoveComment,
  maySeePicture,
  mayTalk,
  mayUse,
} from './note-parts.js';
import type { JudgedNote, NoteActor } from './note.js';

const note: JudgedNote = {
  state: 'published',
  visibility: 'region',
  unit: 'rutan-a',
  regionalOffice: 'jawa-tengah',
};
const actors = {
  own: { personId: '1', role: 'officer', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  head: { personId: '2', role: 'unit-head', unit: 'rutan-a', regionalOffice: 'jawa-tengah' },
  kanwil: { personId: '3', role: 'regional', unit: null, regionalOffice: 'jawa-tengah' },
  neighbour: { personId: '4', role: 'officer', unit: 'rutan-b', regionalOffice: 'jawa-tengah' },
  far: { personId: '5', role: 'unit-head', unit: 'rutan-c', regionalOffice: 'bali' },
  administrator: { personId: '6', role: 'administrator', unit: null, regionalOffice: null },
} satisfies Record<string, NoteActor & { personId: string }>;
type Name = keyof typeof actors;
const those = (may: (actor: (typeof actors)[Name]) => boolean): string =>
  Object.entries(actors)
    .filter(([, actor]) => may(actor))
    .map(([name]) => name)
    .join(' ');

test('whoever reads it talks, other units use it, and only once it is out', () => {
  expect(those((actor) => mayTalk(note, actor))).toBe('own head kanwil neighbour');
  expect(those((actor) => mayTalk({ ...note, state: 'draft' }, actor))).toBe('');
  expect(those((actor) => mayTalk({ ...note, state: 'archived' }, actor))).toBe('');
  expect(those((actor) => mayUse(note, actor))).toBe('neighbour');
  expect(those((actor) => mayUse({ ...note, visibility: 'nation' }, actor))).toBe('neighbour far');
  expect(those((actor) => mayUse({ ...note, state: 'proposed' }, actor))).toBe('');
});

test('a comment goes by its author and the head of the unit', () => {
  expect(those((actor) => mayRemoveComment(note, '4', actor))).toBe('head neighbour');
});

test('a picture is seen by others once it is cleared, at an LPKA by its head', () => {
  expect(those((actor) => maySeePicture(note, false, actor))).toBe('own head');
  expect(those((actor) => maySeePicture(note, true, actor))).toBe('own head kanwil neighbour');
  expect(those((actor) => mayClearPicture({ ...note, unitType: 'rutan' }, actor))).toBe('own head');
  expect(those((actor) => mayClearPicture({ ...note, unitType: 'lpka' }, actor))).toBe('head');
});

test('revisions are read by those who make the note', () => {
  expect(those((actor) => mayReadRevisions(note, actor))).toBe('own head kanwil');
  expect(those((actor) => mayReadRevisions({ ...note, state: 'draft' }, actor))).toBe('own head');
});
